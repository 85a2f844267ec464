package io.hcpnbridge.ledger;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * One kind of what the ledger keeps for a time. What is older is deleted, oldest first and in small steps, each in a transaction of its
 * own: a kill undoes one step, and replicas that do the same at the same time leave each other what they have locked. Nothing is touched
 * that anybody still waits for.
 */
public interface Aged {
    /**
     * Deletes some of what is older.
     *
     * @param after where the step before came to
     * @param most how much the step may look at
     */
    Step delete(Place after, Duration age, int most);

    /** Since when something has been as it is, and its number. */
    record Place(OffsetDateTime at, long id) {
        /** Before everything. */
        public static final Place BEGIN = new Place(OffsetDateTime.MIN, 0);
    }

    /**
     * What a step did.
     *
     * @param last where it came to; null if there is nothing behind it
     */
    record Step(Place last, long deleted) {
        static final Step NOTHING_LEFT = new Step(null, 0);
    }
}
