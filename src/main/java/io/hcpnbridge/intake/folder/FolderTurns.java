package io.hcpnbridge.intake.folder;

import io.hcpnbridge.ledger.FileClaimLedger;
import io.hcpnbridge.ledger.Holder;
import io.hcpnbridge.ledger.PollTurnLedger;
import io.hcpnbridge.replica.Replica;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * One replica at a time looks into a folder, for as long as it lives and the folder's route runs: what it saw the time before tells
 * it which files are complete. Whoever dies leaves its folders and files to the others with its lease; who takes no leases keeps them
 * for so long. The version before takes the same turns, for each poll anew.
 */
@Component("folderTurns")
public class FolderTurns implements DisposableBean {
    static final Duration TIME = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(FolderTurns.class);

    private final PollTurnLedger turns;
    private final FileClaimLedger claims;
    private final Replica replica;
    private volatile Holder holder;

    FolderTurns(Replica replica, PollTurnLedger turns, FileClaimLedger claims) {
        this.replica = replica;
        this.turns = turns;
        this.claims = claims;
    }

    /** This process since its last look. */
    Holder holder() {
        return holder;
    }

    /** The turns of those folders that are this replica's to look into; none at all while the ledger is out of reach. */
    Optional<Set<String>> take(List<Folder> folders) {
        var routes = folders.stream().map(Folder::turn).collect(Collectors.toSet());
        holder = replica.holder().orElse(holder);
        if (holder == null) {
            return Optional.empty();
        }
        try {
            turns.endOthers(routes, holder.name());
            return Optional.of(turns.take(routes, holder, TIME));
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("No look without the ledger", e);
            return Optional.empty();
        }
    }

    /** Prolongs the turns and the claims of files. */
    public void keepAll() {
        if (holder != null) {
            turns.keepAll(holder.name(), TIME);
            claims.keepAll(holder.name(), TIME);
        }
    }

    /** The next one need not wait. */
    @Override
    public void destroy() {
        if (holder == null) {
            return;
        }
        try {
            turns.endOthers(Set.of(), holder.name());
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The turns end by themselves", e);
        }
    }
}
