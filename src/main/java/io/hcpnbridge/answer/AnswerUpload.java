package io.hcpnbridge.answer;

import io.hcpnbridge.erp.ErpTenants;
import io.hcpnbridge.erp.sftp.ErpConnection;
import io.hcpnbridge.erp.sftp.ErpConnections;
import io.hcpnbridge.erp.sftp.RemoteFile;
import io.hcpnbridge.erp.sftp.ServerNames;
import io.hcpnbridge.erp.sftp.ServerRefusal;
import io.hcpnbridge.erp.sftp.SftpTroubles;
import io.hcpnbridge.erp.sftp.StraightPath;
import io.hcpnbridge.ledger.Delivery;
import io.hcpnbridge.ledger.DeliveryLedger;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Uploads an answer under a temporary name and renames it to the first of its names that is free: nothing that the ERP has not fetched
 * is overwritten. Where the same answer lies already, it is left.
 */
@Component("answerUpload")
public class AnswerUpload {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerUpload.class);

    private static final int CHUNK = 64 * 1024;

    private final DeliveryLedger ledger;
    private final ErpConnections connections;
    private final ServerNames names;
    private final SftpTroubles troubles;
    private final ErpTenants tenants;

    AnswerUpload(
            DeliveryLedger ledger,
            ErpConnections connections,
            ServerNames names,
            SftpTroubles troubles,
            ErpTenants tenants) {
        this.ledger = ledger;
        this.connections = connections;
        this.names = names;
        this.troubles = troubles;
        this.tenants = tenants;
    }

    /** Uploads it. */
    public void upload(@Body Delivery delivery) throws IOException {
        var owner = delivery.to().owner();
        var folder = tenants.outbound(owner) + "/" + delivery.interfaceName();
        try {
            var name = connections.deliver(connection -> {
                if (owner != null) {
                    StraightPath.require(connection, folder);
                }
                return upload(connection, delivery, folder + "/");
            });
            LOG.debug("{}: the answer of batch {} is {}", delivery.interfaceName(), delivery.batch(), name);
        } catch (ServerRefusal refusal) {
            troubles.noteFolder(folder, "answers cannot be delivered: " + refusal.getMessage());
            throw refusal;
        }
        troubles.clearFolder(folder);
    }

    private String upload(ErpConnection connection, Delivery delivery, String folder) throws IOException {
        connection.makeFolder(folder.substring(0, folder.length() - 1));
        var temporary = folder + AnswerNames.temporary(delivery);
        var written = false;
        for (var name : AnswerNames.of(delivery).toList()) {
            var path = folder + names.write(name);
            var there = connection.look(path);
            if (there.isEmpty()) {
                if (!written) {
                    write(connection, temporary, delivery);
                    written = true;
                }
                if (connection.renameIfFree(temporary, path)) {
                    return name;
                }
                // Another replica was faster: this one stood still, or its turn was over.
                there = connection.look(path);
            }
            if (isTheSame(connection, path, there, delivery)) {
                clear(connection, temporary);
                return name;
            }
        }
        throw new IOException("all names of the answer are taken");
    }

    /** What stands there is ours from before, or a trap: what is written to a link goes where the link leads. */
    private void write(ErpConnection connection, String path, Delivery delivery) throws IOException {
        clear(connection, path);
        try (var content = ledger.open(delivery.batch(), delivery.edition())) {
            connection.write(path, content);
        }
        var length = ledger.size(delivery.batch(), delivery.edition());
        if (connection.look(path).filter(file -> file.size() == length).isEmpty()) {
            throw new IOException("the uploaded answer has not " + length + " bytes");
        }
    }

    private boolean isTheSame(ErpConnection connection, String path, Optional<RemoteFile> there, Delivery delivery)
            throws IOException {
        if (there.isEmpty()
                || !there.get().isFile()
                || there.get().size() != ledger.size(delivery.batch(), delivery.edition())) {
            return false;
        }
        try (var ours = ledger.open(delivery.batch(), delivery.edition());
                var theirs = connection.read(path)) {
            return areEqual(ours, theirs);
        }
    }

    private static boolean areEqual(InputStream one, InputStream other) throws IOException {
        var left = one.readNBytes(CHUNK);
        var right = other.readNBytes(CHUNK);
        while (left.length > 0 && Arrays.equals(left, right)) {
            left = one.readNBytes(CHUNK);
            right = other.readNBytes(CHUNK);
        }
        return left.length == 0 && right.length == 0;
    }

    private static void clear(ErpConnection connection, String temporary) throws IOException {
        if (connection.look(temporary).isPresent()) {
            connection.remove(temporary);
        }
    }
}
