package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.sftp.ErpConnection;
import io.hcpnbridge.erp.sftp.ErpConnections;
import io.hcpnbridge.erp.sftp.RemoteFile;
import io.hcpnbridge.erp.sftp.ServerRefusal;
import io.hcpnbridge.erp.sftp.ServerTrouble;
import io.hcpnbridge.erp.sftp.SftpTroubles;
import io.hcpnbridge.erp.sftp.StraightPath;
import io.hcpnbridge.ledger.FileClaim;
import io.hcpnbridge.stop.Stopping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks into all folders on one connection, claims what is complete and finds again what was left behind. */
@Component("folderLook")
public class FolderLook {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLook.class);
    /** More of one interface are not claimed at a time; of each folder its part of that, so that none keeps another's out. */
    private static final int MOST_IN_HAND = 500;

    private final WatchedFolders folders;
    private final FolderTurns turns;
    private final ErpConnections connections;
    private final FolderWatch watch;
    private final LastLook lastLook;
    private final Admission admission;
    private final Patience patience;
    private final Claiming claiming;
    private final Recovery recovery;
    private final ClaimedFiles claimed;
    private final SftpTroubles troubles;
    private final Stopping stopping;

    FolderLook(
            WatchedFolders folders,
            FolderTurns turns,
            ErpConnections connections,
            FolderWatch watch,
            LastLook lastLook,
            Admission admission,
            Patience patience,
            Claiming claiming,
            Recovery recovery,
            ClaimedFiles claimed,
            SftpTroubles troubles,
            Stopping stopping) {
        this.folders = folders;
        this.turns = turns;
        this.connections = connections;
        this.watch = watch;
        this.lastLook = lastLook;
        this.admission = admission;
        this.patience = patience;
        this.claiming = claiming;
        this.recovery = recovery;
        this.claimed = claimed;
        this.troubles = troubles;
        this.stopping = stopping;
    }

    /** Looks once; returns the files that their routes are to take in now. */
    public List<FileClaim> look() throws IOException {
        var running = folders.running();
        var mine = turns.take(running);
        var handedOut = new ArrayList<FileClaim>();
        if (mine.isEmpty() || stopping.hasBegun()) {
            return handedOut;
        }
        var toLookInto = new ArrayList<Folder>();
        for (var folder : running) {
            if (mine.get().contains(folder.turn()) || !watch.isKnown(folder)) {
                toLookInto.add(folder);
            } else {
                lastLook.forget(folder);
                watch.ofAnother(folder);
            }
        }
        if (!toLookInto.isEmpty()) {
            lookInto(toLookInto, mine.get(), handedOut);
        }
        return handedOut;
    }

    /** What was claimed is handed out, whatever becomes of the rest of the look. */
    private void lookInto(List<Folder> all, Set<String> mine, List<FileClaim> handedOut) throws IOException {
        try {
            connections.look(connection -> {
                var straight = new HashSet<String>();
                for (var folder : all) {
                    lookInto(connection, folder, straight, mine.contains(folder.turn()), handedOut);
                }
                return all;
            });
        } catch (ServerTrouble trouble) {
            LOG.debug("The look ends: {}", trouble.getMessage());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "The look ends, the ledger is out of reach: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void lookInto(
            ErpConnection connection, Folder folder, Set<String> straight, boolean mine, List<FileClaim> handedOut)
            throws IOException {
        if (stopping.hasBegun()) {
            return;
        }
        try {
            requireStraight(connection, folder, straight);
            var offered = offered(connection, folder);
            watch.lookedInto(folder);
            if (offered.isEmpty()) {
                troubles.clearFolder(folder.path());
            }
            if (mine) {
                handOut(claimed.waiting(folder), handedOut);
                handOut(recovery.recover(connection, folder), handedOut);
                handOut(claim(connection, folder, offered), handedOut);
            }
        } catch (ServerRefusal refusal) {
            troubles.noteFolder(folder.path(), refusal.getMessage());
        }
    }

    /** What is above a tenant's own folders; they themselves are looked at before each is listed. */
    private static void requireStraight(ErpConnection connection, Folder folder, Set<String> straight)
            throws IOException {
        if (folder.owner() != null && !straight.contains(folder.owner())) {
            StraightPath.require(connection, folder.parent());
            straight.add(folder.owner());
        }
    }

    private void handOut(List<FileClaim> claims, List<FileClaim> handedOut) {
        claimed.handOut(claims);
        handedOut.addAll(claims);
    }

    private List<RemoteFile> offered(ErpConnection connection, Folder folder) throws IOException {
        connection.makeFolder(folder.path());
        return connection.list(folder.path()).stream()
                .filter(admission::isOffered)
                .toList();
    }

    private List<FileClaim> claim(ErpConnection connection, Folder folder, List<RemoteFile> offered)
            throws IOException {
        var complete = lastLook.unchanged(folder, offered).stream()
                .filter(file -> !patience.leavesAlone(folder, file))
                .toList();
        var room = Math.max(0, MOST_IN_HAND / folders.perInterface() - claimed.of(folder));
        return claiming.claim(connection, folder, complete.subList(0, (int) Math.min(room, complete.size())));
    }
}
