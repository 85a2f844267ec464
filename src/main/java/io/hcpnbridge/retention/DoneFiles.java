package io.hcpnbridge.retention;

import io.hcpnbridge.erp.sftp.ErpConnection;
import io.hcpnbridge.erp.sftp.ErpConnections;
import io.hcpnbridge.erp.sftp.RemoteFile;
import io.hcpnbridge.erp.sftp.ServerRefusal;
import io.hcpnbridge.erp.sftp.StraightPath;
import io.hcpnbridge.intake.folder.Folder;
import io.hcpnbridge.intake.folder.WatchedFolders;
import io.hcpnbridge.stop.Stopping;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The ERP's own files that were taken in and lie in {@code .done}: deleted if the settings give them an age, by the time of the last
 * change that the server tells. What is no plain file is left alone.
 */
@Component("doneFiles")
public class DoneFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DoneFiles.class);
    /** Between two portions the connection is free for files that come in. */
    private static final int PORTION = 50;

    private final RetentionProperties settings;
    private final WatchedFolders folders;
    private final ErpConnections connections;
    private final Stopping stopping;
    private final Clock clock = Clock.systemUTC();

    DoneFiles(RetentionProperties settings, WatchedFolders folders, ErpConnections connections, Stopping stopping) {
        this.settings = settings;
        this.folders = folders;
        this.connections = connections;
        this.stopping = stopping;
    }

    /** The ERP's folders whose files have an age; none if they are kept for ever. */
    public List<Folder> folders() {
        return settings.doneFiles() == null ? List.of() : folders.running();
    }

    /** Deletes what is old enough of a folder; another replica may do so at the same time. */
    public void deleteOld(@Body Folder folder) throws IOException {
        var old = connections.work(connection -> old(connection, folder));
        for (int from = 0; from < old.size() && !stopping.hasBegun(); from += PORTION) {
            var portion = old.subList(from, Math.min(old.size(), from + PORTION));
            connections.work(connection -> delete(connection, folder, portion));
        }
        if (!old.isEmpty()) {
            LOG.info("Deleted by age: {} files in {}", old.size(), folder.done());
        }
    }

    private List<String> old(ErpConnection connection, Folder folder) throws IOException {
        requireOwn(connection, folder);
        if (connection
                .look(folder.done())
                .filter(found -> found.kind() == RemoteFile.Kind.FOLDER)
                .isEmpty()) {
            return List.of();
        }
        var youngest = clock.instant().minus(settings.doneFiles()).getEpochSecond();
        return connection.list(folder.done()).stream()
                .filter(file -> file.isFile() && file.modified() < youngest)
                .map(file -> folder.done() + "/" + file.name())
                .toList();
    }

    private static List<String> delete(ErpConnection connection, Folder folder, List<String> files) throws IOException {
        requireOwn(connection, folder);
        for (var file : files) {
            try {
                connection.remove(file);
            } catch (ServerRefusal refusal) {
                if (!refusal.isMissing()) {
                    throw refusal;
                }
            }
        }
        return files;
    }

    /** A tenant can make links in a folder of its own; they must not lead to another's files. */
    private static void requireOwn(ErpConnection connection, Folder folder) throws IOException {
        if (folder.owner() != null) {
            StraightPath.require(connection, folder.done());
        }
    }
}
