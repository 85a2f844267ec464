package io.hcpnbridge.intake.folder;

import io.hcpnbridge.ledger.FileClaim;
import io.hcpnbridge.ledger.FileClaimLedger;
import io.hcpnbridge.stop.Stopping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** The files that this replica has claimed: those that are on their way through a route, and those that wait for the next look. */
@Component("claimedFiles")
public class ClaimedFiles {
    private final Map<String, FileClaim> inHand = new ConcurrentHashMap<>();
    private final Map<String, FileClaim> later = new ConcurrentHashMap<>();
    private final FileClaimLedger ledger;
    private final FolderTurns turns;
    private final WatchedFolders folders;
    private final Stopping stopping;

    ClaimedFiles(FileClaimLedger ledger, FolderTurns turns, WatchedFolders folders, Stopping stopping) {
        this.ledger = ledger;
        this.turns = turns;
        this.folders = folders;
        this.stopping = stopping;
    }

    /** These are handed to their routes now. */
    void handOut(Collection<FileClaim> claims) {
        claims.forEach(claim -> inHand.put(claim.id(), claim));
    }

    /** Whatever waits of a folder. */
    List<FileClaim> waiting(Folder folder) {
        var found = later.values().stream().filter(claim -> isOf(folder, claim)).toList();
        found.forEach(claim -> later.remove(claim.id()));
        return found;
    }

    Set<String> ids() {
        return Set.copyOf(inHand.keySet());
    }

    long of(Folder folder) {
        return inHand.values().stream().filter(claim -> isOf(folder, claim)).count();
    }

    private static boolean isOf(Folder folder, FileClaim claim) {
        return claim.interfaceName().equals(folder.interfaceName()) && Objects.equals(claim.owner(), folder.owner());
    }

    /** The replica's name in the ledger. */
    public String node() {
        return turns.holder().name();
    }

    /**
     * Begins with a file, unless the adapter or the file's route is being stopped: then it is left to whoever looks next.
     *
     * @return false if it is left
     */
    public boolean begin(@Body FileClaim claim) {
        if (stopping.hasBegun() || !folders.isRunning(claim.interfaceName())) {
            leave(claim);
            return false;
        }
        return true;
    }

    private void leave(FileClaim claim) {
        ledger.release(claim.id(), node());
        inHand.remove(claim.id());
    }

    /** The file could not be taken in or put aside: it is tried again after the next look. */
    public void tryLater(@Body Object body) {
        if (body instanceof FileClaim claim) {
            later.put(claim.id(), claim);
        }
    }

    /** Another replica has the file. */
    public void giveUp(@Body Object body) {
        if (body instanceof FileClaim claim) {
            inHand.remove(claim.id());
        }
    }

    /** The file is put aside, or gone. */
    public void finish(@Body Object body) {
        if (body instanceof FileClaim claim) {
            ledger.forget(claim.id(), node());
            inHand.remove(claim.id());
        }
    }
}
