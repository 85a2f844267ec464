package io.hcpnbridge.work;

import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.replica.InHand;
import io.hcpnbridge.replica.LeaseProperties;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/**
 * What this process has claimed: no more than its workers begin at once, so that another replica, or this one's successor, finds the rest
 * due. Records that share a call take one place. No lane has more than twice the places that are left free: a lane that stands still keeps
 * workers, but however many do, there are some left for the next.
 */
@Component
class ClaimedWork implements InHand {
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Set<Long> records = ConcurrentHashMap.newKeySet();
    private final Map<Lane, Integer> held = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final AtomicInteger left = new AtomicInteger();
    private final int worthwhile;
    private final Duration sendTime;
    private final Duration claimTime;

    ClaimedWork(WorkProperties work, LeaseProperties lease, PartnerSettings partner) {
        places = new Semaphore(work.workers());
        worthwhile = (work.workers() + 7) / 8;
        sendTime = lease.lease().plus(partner.connectTimeout());
        claimTime = sendTime.plus(partner.connectTimeout())
                .plus(partner.responseTimeout())
                .plus(MARGIN);
    }

    /** Reserves the free places; how many there are. */
    int reserve() {
        left.set(0);
        return places.drainPermits();
    }

    /** One place is about to become free; whether so many have since the last claim that another one is worth its while. */
    boolean makesRoom() {
        return left.incrementAndGet() >= worthwhile;
    }

    /** How many of the free places each lane may take: none that has more than twice of them already. */
    Map<Lane, Integer> rooms(Collection<Lane> lanes, int free) {
        var rooms = new HashMap<Lane, Integer>();
        for (var lane : lanes) {
            var has = held.getOrDefault(lane, 0);
            var room = has == 0 ? Math.max(1, 2 * free / 3) : (2 * free - has) / 3;
            if (room > 0) {
                rooms.put(lane, room);
            }
        }
        return rooms;
    }

    /** Takes what was claimed into reserved places, and frees those that it does not need. */
    void take(Collection<List<ClaimedRecord>> groups, int reserved) {
        for (var group : groups) {
            records.addAll(ids(group));
            held.merge(lane(group), 1, Integer::sum);
        }
        places.release(reserved - groups.size());
    }

    /** Frees the group's place when its exchange has ended, however it does. */
    void leaveAtEnd(List<ClaimedRecord> group, Exchange exchange) {
        leaveAtEnd(group, exchange, () -> {
            held.computeIfPresent(lane(group), (lane, has) -> has == 1 ? null : has - 1);
            places.release();
        });
    }

    /** Takes what was claimed into places of another kind. */
    void take(ClaimedRecord claimed) {
        records.add(claimed.id());
    }

    /** Frees a place of another kind when the exchange has ended. */
    void leaveAtEnd(List<ClaimedRecord> group, Exchange exchange, Semaphore kind) {
        leaveAtEnd(group, exchange, kind::release);
    }

    private void leaveAtEnd(List<ClaimedRecord> group, Exchange exchange, Runnable leave) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                records.removeAll(ids(group));
                leave.run();
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

    private static Lane lane(List<ClaimedRecord> group) {
        return new Lane(group.get(0).tenant(), group.get(0).interfaceName());
    }

    private static List<Long> ids(List<ClaimedRecord> group) {
        return group.stream().map(ClaimedRecord::id).toList();
    }
}
