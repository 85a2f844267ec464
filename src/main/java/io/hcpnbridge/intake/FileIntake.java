package io.hcpnbridge.intake;

import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.erp.sftp.ErpConnection;
import io.hcpnbridge.erp.sftp.ErpConnections;
import io.hcpnbridge.erp.sftp.RemoteFile;
import io.hcpnbridge.erp.sftp.ServerRefusal;
import io.hcpnbridge.erp.sftp.SftpTroubles;
import io.hcpnbridge.intake.folder.ClaimPaths;
import io.hcpnbridge.intake.folder.ClaimedFiles;
import io.hcpnbridge.intake.folder.Patience;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.ledger.FileClaim;
import io.hcpnbridge.ledger.FileClaimLedger;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.text.Words;
import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Takes claimed files in: the batch and what becomes of the file are written in one transaction. */
@Component("fileIntake")
public class FileIntake {
    private final BatchIntake batches;
    private final ErpProperties erp;
    private final ErpConnections connections;
    private final ClaimPaths paths;
    private final ClaimedFiles claimed;
    private final FileClaimLedger claims;
    private final Patience patience;
    private final Spool spool;
    private final SftpTroubles troubles;

    FileIntake(
            BatchIntake batches,
            ErpProperties erp,
            ErpConnections connections,
            ClaimPaths paths,
            ClaimedFiles claimed,
            FileClaimLedger claims,
            Patience patience,
            Spool spool,
            SftpTroubles troubles) {
        this.batches = batches;
        this.erp = erp;
        this.connections = connections;
        this.paths = paths;
        this.claimed = claimed;
        this.claims = claims;
        this.patience = patience;
        this.spool = spool;
        this.troubles = troubles;
    }

    /**
     * Writes the file to the ledger; the message is then the file with its outcome.
     *
     * @throws IncompleteFileException if it has changed since it was looked at; then the message is the file as it looks now
     */
    public void takeIn(@Body FileClaim claim, Exchange exchange) throws IOException {
        exchange.getMessage().setBody(claim.withOutcome(outcome(claim, exchange)));
    }

    private String outcome(FileClaim claim, Exchange exchange) throws IOException {
        if (claim.rule() != null) {
            return refuse(claim, claim.rule());
        }
        if (claim.size() > erp.maxFileSize().toBytes()) {
            return refuse(
                    claim,
                    Words.of(
                            "has more than %s MB", "超过 %s MB", erp.maxFileSize().toMegabytes()));
        }
        try (var file = fetch(claim, exchange)) {
            var accepted = batches.takeIn(
                    claim.interfaceName(),
                    Form.FILE,
                    Arrival.ofFile(claim.owner(), claim.name()),
                    file,
                    new Companion(claim));
            return outcome(accepted);
        }
    }

    private String refuse(FileClaim claim, Words rule) {
        batches.refuse(
                claim.interfaceName(),
                Form.FILE,
                Arrival.ofFile(claim.owner(), claim.name()),
                rule,
                () -> settle(claim, false));
        return FileClaim.REFUSED;
    }

    private void settle(FileClaim claim, boolean accepted) {
        claims.settle(claim, claimed.node(), outcome(accepted));
    }

    /** Waits for the end of a file that has none; settles the others. */
    private final class Companion implements IntakeCompanion {
        private final FileClaim claim;

        Companion(FileClaim claim) {
            this.claim = claim;
        }

        @Override
        public void cutOff() {
            if (patience.mayWait(claim)) {
                throw new CutOffFileException();
            }
        }

        @Override
        public void taken(boolean accepted) {
            settle(claim, accepted);
        }
    }

    /** What the server does not let be read waits, and is named. */
    private SpooledFile fetch(FileClaim claim, Exchange exchange) throws IOException {
        var place = paths.place(claim);
        try {
            var file = connections.work(connection -> fetch(connection, claim, exchange));
            troubles.clearFolder(place);
            return file;
        } catch (ServerRefusal refusal) {
            troubles.noteFolder(place, "a file cannot be taken in, and waits: " + refusal.getMessage());
            throw refusal;
        } catch (VanishedFileException vanished) {
            troubles.clearFolder(place);
            throw vanished;
        }
    }

    private SpooledFile fetch(ErpConnection connection, FileClaim claim, Exchange exchange) throws IOException {
        paths.requireOwn(connection, claim);
        expectUnchanged(connection, claim, exchange);
        SpooledFile file;
        try (var content = connection.read(paths.of(claim))) {
            file = spool.take(content);
        }
        try {
            expectUnchanged(connection, claim, exchange);
            if (file.size() != claim.size()) {
                throw new IncompleteFileException(claim.size(), file.size());
            }
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void expectUnchanged(ErpConnection connection, FileClaim claim, Exchange exchange) throws IOException {
        var now = connection.look(paths.of(claim)).filter(RemoteFile::isFile);
        if (now.isEmpty()) {
            throw new VanishedFileException();
        }
        if (now.get().size() != claim.size() || now.get().modified() != claim.modified()) {
            exchange.getMessage().setBody(claim.seen(now.get().size(), now.get().modified()));
            throw new IncompleteFileException(claim.size(), now.get().size());
        }
    }

    private static String outcome(boolean accepted) {
        return accepted ? FileClaim.DONE : FileClaim.REFUSED;
    }
}
