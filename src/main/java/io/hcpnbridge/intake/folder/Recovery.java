package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.sftp.ErpConnection;
import io.hcpnbridge.erp.sftp.RemoteFile;
import io.hcpnbridge.erp.sftp.ServerNames;
import io.hcpnbridge.ledger.FileClaim;
import io.hcpnbridge.ledger.FileClaimLedger;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Finds claimed files that nobody works on: their replica was killed, or the ledger does not know them. */
@Component
class Recovery {
    private static final Duration INTERVAL = FolderTurns.TIME.dividedBy(3);

    private final FileClaimLedger ledger;
    private final FolderTurns turns;
    private final ClaimedFiles claimed;
    private final ServerNames names;
    private final ClaimPaths paths;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Instant> looked = new ConcurrentHashMap<>();

    Recovery(FileClaimLedger ledger, FolderTurns turns, ClaimedFiles claimed, ServerNames names, ClaimPaths paths) {
        this.ledger = ledger;
        this.turns = turns;
        this.claimed = claimed;
        this.names = names;
        this.paths = paths;
    }

    /** The files of this folder that are this replica's from now on; looks for them only now and then. */
    List<FileClaim> recover(ErpConnection connection, Folder folder) throws IOException {
        var last = looked.get(folder.path());
        if (last != null && clock.instant().isBefore(last.plus(INTERVAL))) {
            return List.of();
        }
        var found = found(connection, folder);
        for (var id : ledger.unknown(found.keySet())) {
            // It may have been put aside since it was listed.
            if (connection.look(paths.of(found.get(id))).isPresent()) {
                ledger.note(List.of(found.get(id)), turns.holder().name(), FolderTurns.TIME);
            }
        }
        var taken = ledger.takeOver(
                folder.owner(),
                folder.interfaceName(),
                found.keySet(),
                claimed.ids(),
                turns.holder(),
                FolderTurns.TIME);
        looked.put(folder.path(), clock.instant());
        return taken;
    }

    private Map<String, FileClaim> found(ErpConnection connection, Folder folder) throws IOException {
        var found = new HashMap<String, FileClaim>();
        if (connection
                .look(folder.taking())
                .filter(entry -> entry.kind() == RemoteFile.Kind.FOLDER)
                .isEmpty()) {
            return found;
        }
        for (var file : connection.list(folder.taking())) {
            var id = ClaimNames.id(file.name());
            var name = id.flatMap(known -> names.read(ClaimNames.name(file.name())));
            if (file.isFile() && name.isPresent()) {
                found.put(id.get(), adopted(id.get(), folder, name.get(), file));
            }
        }
        return found;
    }

    private static FileClaim adopted(String id, Folder folder, String name, RemoteFile file) {
        return new FileClaim(
                id, folder.owner(), folder.interfaceName(), name, null, file.size(), file.modified(), null);
    }
}
