package io.hcpnbridge.intake.folder;

import io.hcpnbridge.ledger.FileClaimLedger;
import io.hcpnbridge.ledger.PollTurnLedger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * One replica at a time looks into a folder, for as long as it lives and the folder's route runs: what it saw the time before tells
 * it which files are complete. Whoever dies keeps the others from its folders and files for so long. The version before
 * takes the same turns, for each poll anew.
 */
@Component("folderTurns")
public class FolderTurns implements DisposableBean {
    static final Duration TIME = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(FolderTurns.class);

    private final PollTurnLedger turns;
    private final FileClaimLedger claims;
    private final String node = UUID.randomUUID().toString();
    private volatile boolean looks;

    FolderTurns(PollTurnLedger turns, FileClaimLedger claims) {
        this.turns = turns;
        this.claims = claims;
    }

    /** This replica, as the ledger knows it. */
    String node() {
        return node;
    }

    /** The routes of those folders that are this replica's to look into; none at all while the ledger is out of reach. */
    Optional<Set<String>> take(List<Folder> folders) {
        var routes = folders.stream().map(Folder::route).collect(Collectors.toSet());
        looks = true;
        try {
            turns.endOthers(routes, node);
            return Optional.of(turns.take(routes, node, TIME));
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("No look without the ledger", e);
            return Optional.empty();
        }
    }

    /** Prolongs the turns and the claims of files. */
    public void keepAll() {
        turns.keepAll(node, TIME);
        claims.keepAll(node, TIME);
    }

    /** The next one need not wait. */
    @Override
    public void destroy() {
        if (!looks) {
            return;
        }
        try {
            turns.endOthers(Set.of(), node);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The turns end by themselves", e);
        }
    }
}
