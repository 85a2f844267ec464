package io.hcpnbridge.desk.read;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What stands in the ledger at one moment.
 *
 * @param lanes records that have no end yet, by lane, those with the oldest first
 * @param inDoubt writes whose outcome nobody knows yet
 * @param leftToPerson of these, such as no further question to the partner can clear up
 * @param parked documents that wait for a person's decision
 * @param owed answers that are not delivered yet
 * @param oldestOwed since when the oldest of them is; null if there is none
 * @param periodsOwed periods of pulls that are over and not answered
 * @param rests lanes and credentials that the partner wants to be left alone
 * @param batches that are not answered, the oldest first
 * @param replicas that are alive
 * @param uses quotas that are in use
 * @param places the ERP's folders and queues, those first that were not looked into for longest
 */
public record Overview(
        Instant at,
        List<Lane> lanes,
        long inDoubt,
        long leftToPerson,
        long parked,
        long owed,
        Instant oldestOwed,
        long periodsOwed,
        List<Rest> rests,
        List<Batch> batches,
        List<Replica> replicas,
        List<Use> uses,
        List<Place> places) {

    /**
     * @param due waiting for their turn
     * @param underWay in the hands of a replica
     * @param oldest when the oldest of those that wait was due
     * @param rest until it is done, by estimate; null if nobody knows yet
     */
    public record Lane(String tenant, String interfaceName, long due, long underWay, Instant oldest, Duration rest) {}

    /** @param scope a lane or a credential, such as {@code interface:orders.renew} */
    public record Rest(String tenant, String scope, Instant until, String reason) {}

    /**
     * @param name of the file, or of the message, that brought it first
     * @param records all of them
     * @param open those that have no end yet
     */
    public record Batch(
            long id, String tenant, String interfaceName, String name, Instant receivedAt, long records, long open) {
        /** In percent. */
        public long done() {
            return records == 0 ? 100 : 100 * (records - Math.min(open, records)) / records;
        }
    }

    /** @param aliveUntil when its lease ends unless it is heard of again */
    public record Replica(String name, Instant startedAt, Instant aliveUntil) {}

    /**
     * A tenant's quota of an API that is in use.
     *
     * @param calls of the last second
     * @param quota calls a second
     */
    public record Use(String tenant, String api, long calls, int quota) {
        /** In percent. */
        public long share() {
            return Math.min(100, 100 * calls / quota);
        }
    }

    /**
     * A place of the ERP.
     *
     * @param route that looks there
     * @param tenant whose it is; null: all tenants'
     * @param at when it was last in order
     */
    public record Place(String route, String tenant, Instant at) {}

    /** Records without an end. */
    public long open() {
        return lanes.stream().mapToLong(lane -> lane.due() + lane.underWay()).sum();
    }
}
