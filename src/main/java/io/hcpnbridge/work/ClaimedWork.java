package io.hcpnbridge.work;

import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.replica.InHand;
import io.hcpnbridge.replica.LeaseProperties;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/**
 * What this process has claimed: no more than its workers are busy with or will begin soon, so that another replica, or this one's
 * successor, finds the rest due. Records that share a call take one place.
 */
@Component
class ClaimedWork implements InHand {
    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Set<Long> records = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final int worthwhile;
    private final Duration sendTime;
    private final Duration claimTime;

    ClaimedWork(WorkProperties work, LeaseProperties lease, PartnerSettings partner) {
        places = new Semaphore(work.workers() + work.claimSize());
        worthwhile = (work.claimSize() + 1) / 2;
        sendTime = lease.lease().plus(partner.connectTimeout());
        claimTime = sendTime.plus(partner.connectTimeout())
                .plus(partner.responseTimeout())
                .plus(MARGIN);
    }

    /** Reserves free places, waiting a moment until a claim is worth its while; how many there are. */
    int reserve() {
        try {
            if (places.tryAcquire(worthwhile, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return worthwhile + places.drainPermits();
            }
            return places.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Takes what was claimed into reserved places, and frees those that it does not need. */
    void take(Collection<List<ClaimedRecord>> groups, int reserved) {
        groups.forEach(group -> records.addAll(ids(group)));
        places.release(reserved - groups.size());
    }

    /** Frees the group's place when its exchange has ended, however it does. */
    void leaveAtEnd(List<ClaimedRecord> group, Exchange exchange) {
        leaveAtEnd(group, exchange, places);
    }

    /** Takes what was claimed into places of another kind. */
    void take(ClaimedRecord claimed) {
        records.add(claimed.id());
    }

    /** Frees a place of another kind when the exchange has ended. */
    void leaveAtEnd(List<ClaimedRecord> group, Exchange exchange, Semaphore kind) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                records.removeAll(ids(group));
                kind.release();
            }

            @Override
            public boolean allowHandover() {
                return false;
            }
        });
    }

    @Override
    public Collection<Long> records() {
        return List.copyOf(records);
    }

    /** Longer than any call that is begun within {@link #sendTime()} after it was announced. */
    @Override
    public Duration claimTime() {
        return claimTime;
    }

    /** How long after it was announced a call may still be sent: later, others may take it for one that is over. */
    Duration sendTime() {
        return sendTime;
    }

    private static List<Long> ids(List<ClaimedRecord> group) {
        return group.stream().map(ClaimedRecord::id).toList();
    }
}
