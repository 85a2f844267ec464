package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.erp.sftp.RemoteFile;
import io.hcpnbridge.erp.sftp.ServerNames;
import io.hcpnbridge.ledger.FileClaim;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Files that were read and had no end: the ERP pauses while it writes them. They are not read again before they change. */
@Component
public class Patience {
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private record Waiting(long size, long modified, Instant since) {
        boolean isLike(long otherSize, long otherModified) {
            return size == otherSize && modified == otherModified;
        }
    }

    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final ServerNames names;
    private final ClaimPaths paths;
    private final Duration patience;
    private final Clock clock = Clock.systemUTC();

    Patience(ServerNames names, ClaimPaths paths, ErpProperties erp) {
        this.names = names;
        this.paths = paths;
        this.patience = erp.sftp().patience();
    }

    /** A file was read and has no end: whether it may have one later. */
    public boolean mayWait(FileClaim claim) {
        var now = clock.instant();
        waiting.values()
                .removeIf(known -> known.since().plus(patience).plus(FORGOTTEN).isBefore(now));
        var file = paths.folder(claim) + "/" + names.write(claim.name());
        var known = waiting.compute(
                file,
                (key, before) -> before != null && before.isLike(claim.size(), claim.modified())
                        ? before
                        : new Waiting(claim.size(), claim.modified(), now));
        if (isOver(known)) {
            waiting.remove(file);
            return false;
        }
        return true;
    }

    /** Whether the file is left alone, as it still looks as it did when it had no end. */
    boolean leavesAlone(Folder folder, RemoteFile file) {
        var known = waiting.get(folder.file(file.name()));
        return known != null && known.isLike(file.size(), file.modified()) && !isOver(known);
    }

    private boolean isOver(Waiting known) {
        return !clock.instant().isBefore(known.since().plus(patience));
    }
}
