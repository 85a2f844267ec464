package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.sftp.ErpConnection;
import io.hcpnbridge.erp.sftp.RemoteFile;
import io.hcpnbridge.erp.sftp.ServerRefusal;
import io.hcpnbridge.erp.sftp.SftpTroubles;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.ledger.FileClaim;
import io.hcpnbridge.ledger.FileClaimLedger;
import io.hcpnbridge.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Claims complete files by renaming them into {@code .taking}. From then on the ERP may write a new file under the old name; what
 * cannot be renamed is not read.
 */
@Component
class Claiming {
    private final Admission admission;
    private final ClaimPaths paths;
    private final FileClaimLedger ledger;
    private final BatchLedger batches;
    private final FolderTurns turns;
    private final SftpTroubles troubles;
    private final RefusedClaims refused;

    Claiming(
            Admission admission,
            ClaimPaths paths,
            FileClaimLedger ledger,
            BatchLedger batches,
            FolderTurns turns,
            SftpTroubles troubles,
            RefusedClaims refused) {
        this.admission = admission;
        this.paths = paths;
        this.ledger = ledger;
        this.batches = batches;
        this.turns = turns;
        this.troubles = troubles;
        this.refused = refused;
    }

    private record Wanted(RemoteFile file, FileClaim claim) {}

    /** Claims these files; returns those that are claimed. */
    List<FileClaim> claim(ErpConnection connection, Folder folder, List<RemoteFile> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        var wanted = refused.toTry(folder, files).stream()
                .map(file -> new Wanted(file, claim(folder, file)))
                .filter(file -> admission.isSegment(file.file()) || isNews(folder, file))
                .toList();
        refused.keep(folder, files);
        ledger.note(wanted.stream().map(Wanted::claim).toList(), turns.holder().name(), FolderTurns.TIME);
        return rename(connection, folder, wanted);
    }

    private FileClaim claim(Folder folder, RemoteFile file) {
        var admitted = admission.admit(file);
        return new FileClaim(
                ClaimNames.newId(),
                folder.owner(),
                folder.interfaceName(),
                admitted.name(),
                admitted.rule(),
                file.size(),
                file.modified(),
                null);
    }

    /** What no path can be made of cannot be put aside either: it is told once. */
    private boolean isNews(Folder folder, Wanted wanted) {
        return batches.noteRefusedName(
                folder.interfaceName(),
                (folder.owner() == null ? "" : folder.owner() + "/")
                        + wanted.claim().name(),
                wanted.claim().name(),
                wanted.claim().rule().en());
    }

    private List<FileClaim> rename(ErpConnection connection, Folder folder, List<Wanted> wanted) throws IOException {
        var claimed = new ArrayList<FileClaim>();
        var trouble = troubleWithTaking(connection, folder);
        var goesOn = trouble == null;
        for (var next : wanted) {
            if (!goesOn) {
                forget(next);
                continue;
            }
            try {
                if (!admission.isSegment(next.file()) || rename(connection, folder, next)) {
                    claimed.add(next.claim());
                }
                refused.clear(folder, next.file());
            } catch (ServerRefusal refusal) {
                forget(next);
                goesOn = !refused.note(folder, next.file());
                trouble = refusal.getMessage();
            }
        }
        tell(folder, trouble);
        return claimed;
    }

    private static String troubleWithTaking(ErpConnection connection, Folder folder) throws IOException {
        try {
            connection.makeFolder(folder.taking());
            return null;
        } catch (ServerRefusal refusal) {
            return ".taking, into which files are claimed, " + refusal.getMessage();
        }
    }

    private boolean rename(ErpConnection connection, Folder folder, Wanted wanted) throws IOException {
        try {
            connection.rename(folder.file(wanted.file().name()), paths.of(wanted.claim()));
            return true;
        } catch (ServerRefusal refusal) {
            if (connection.look(folder.file(wanted.file().name())).isPresent()) {
                throw refusal;
            }
            // The ERP has taken it away, or another replica has been faster.
            forget(wanted);
            return false;
        }
    }

    private void forget(Wanted wanted) {
        ledger.forget(wanted.claim().id(), turns.holder().name());
    }

    private void tell(Folder folder, String trouble) {
        var first = refused.first(folder);
        if (trouble == null && first.isEmpty()) {
            troubles.clearFolder(folder.path());
        } else if (trouble != null) {
            troubles.noteFolder(
                    folder.path(),
                    first.map(name -> "files cannot be claimed, and are not read, such as " + Printable.of(name) + ": ")
                                    .orElse("")
                            + trouble);
        }
    }
}
