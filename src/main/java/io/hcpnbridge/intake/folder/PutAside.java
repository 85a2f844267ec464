package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.sftp.ErpConnection;
import io.hcpnbridge.erp.sftp.ErpConnections;
import io.hcpnbridge.erp.sftp.ServerNames;
import io.hcpnbridge.erp.sftp.ServerRefusal;
import io.hcpnbridge.erp.sftp.SftpTroubles;
import io.hcpnbridge.ledger.FileClaim;
import java.io.IOException;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves a file that the ledger has to {@code .done} or {@code .refused}: under its own name, or with its id behind it if that is taken.
 * Fails without having done anything, and is tried again.
 */
@Component("putAside")
public class PutAside {
    private static final Logger LOG = LoggerFactory.getLogger(PutAside.class);

    private final ErpConnections connections;
    private final ServerNames names;
    private final ClaimPaths paths;
    private final ClaimedFiles claimed;
    private final SftpTroubles troubles;

    PutAside(
            ErpConnections connections,
            ServerNames names,
            ClaimPaths paths,
            ClaimedFiles claimed,
            SftpTroubles troubles) {
        this.connections = connections;
        this.names = names;
        this.paths = paths;
        this.claimed = claimed;
        this.troubles = troubles;
    }

    /** Moves the file. */
    public void move(@Body FileClaim claim) throws IOException {
        var folder = paths.folder(claim) + "/." + claim.outcome();
        try {
            connections.work(connection -> move(connection, claim, folder));
        } catch (ServerRefusal refusal) {
            troubles.noteFolder(folder, "a file cannot be put aside, and waits in .taking: " + refusal.getMessage());
            throw refusal;
        }
        troubles.clearFolder(folder);
        claimed.finish(claim);
    }

    /** Moves a file that has no end yet back to where the ERP may go on writing it; it waits here if its name is taken. */
    public void putBack(@Body FileClaim claim) {
        var path = paths.folder(claim) + "/" + names.write(claim.name());
        try {
            if (connections.work(connection -> putBack(connection, claim, path))) {
                claimed.finish(claim);
                return;
            }
        } catch (IOException e) {
            LOG.debug("{}: a file could not be put back: {}", claim.interfaceName(), e.getMessage());
        }
        claimed.tryLater(claim);
    }

    private Boolean putBack(ErpConnection connection, FileClaim claim, String path) throws IOException {
        paths.requireOwn(connection, claim);
        return connection.renameIfFree(paths.of(claim), path);
    }

    private Boolean move(ErpConnection connection, FileClaim claim, String folder) throws IOException {
        var from = paths.of(claim);
        paths.requireOwn(connection, claim);
        var file = connection.look(from);
        if (file.isEmpty()) {
            return false;
        }
        if (file.get().size() != claim.size()) {
            LOG.warn("{}: a file was written to after it had been read", claim.interfaceName());
        }
        connection.makeFolder(folder);
        var to = folder + "/" + names.write(claim.name());
        return connection.renameIfFree(from, to) || connection.renameIfFree(from, to + "." + claim.id());
    }
}
