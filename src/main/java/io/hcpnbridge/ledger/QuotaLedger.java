package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * When calls of a lane (tenant and API) are made, agreed on by all replicas: each takes a slot, waits for it and then calls. Only
 * the database's clock counts. A slot whose taker died is lost, which does no harm.
 */
@Repository
public class QuotaLedger {
    /**
     * One statement and a transaction of its own; the row is locked as long as that, never while anybody waits. The new slot is
     * not before anybody can use it, unless nobody has called for a while, and so late that the calls within any {@code within} are no
     * more than allowed. Nine tenths of an even distance keep calls from getting into each other's way, and let a lane that has lost a
     * moment catch up.
     * Slots further ahead than anybody may take one are from before the database's clock was set back: forgotten after a rest.
     * <p>
     * A lane begins with slots further apart than its quota asks for (slack), and lets them come together while it is busy, down to what it
     * was found to need by refusals: half of the surplus is gone after 34 calls. What it needs is forgotten slowly: half of it in 17,000 calls.
     */
    private static final String TAKE =
            """
            insert into lane_slot as lane (tenant, api, slots, slack, needed)
            values (:tenant, :api, array[clock_timestamp()], 0.23, 0.01)
            on conflict (tenant, api) do update set slots = (
                select kept[cardinality(kept) - :calls + 2 :] || greatest(
                    case when kept[cardinality(kept)] < clock_timestamp() - :within * interval '1 microsecond' then clock_timestamp()
                        else clock_timestamp() + :soonest * interval '1 microsecond' end,
                    kept[cardinality(kept)] + :within * 0.9 / :calls * interval '1 microsecond',
                    kept[cardinality(kept) - :calls + 1] + :within * (1 + lane.slack) * interval '1 microsecond')
                from (select case
                    when lane.slots[cardinality(lane.slots)] > clock_timestamp() + (:longest + :within) * interval '1 microsecond'
                        then array_fill(clock_timestamp(), array[:calls])
                    else lane.slots end) as known (kept)),
                slack = case when lane.slots[cardinality(lane.slots)] > clock_timestamp()
                    then lane.needed + (lane.slack - lane.needed) * 0.98 else lane.slack end,
                needed = lane.needed * 0.99996
            where lane.slots[cardinality(lane.slots)] <= clock_timestamp() + :longest * interval '1 microsecond'
                or lane.slots[cardinality(lane.slots)] > clock_timestamp() + (:longest + :within) * interval '1 microsecond'
            returning greatest(0, ceil(extract(epoch from slots[cardinality(slots)] - clock_timestamp()) * 1000))::bigint
            """;

    private final JdbcClient jdbc;

    QuotaLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the next slot of a lane in which at most {@code calls} are made within any time of {@code within}. Must not be called in
     * a transaction: it would keep the lane waiting.
     *
     * @param soonest in which time it can be used; a lane at rest has one at once
     * @param longest if the last slot taken is further ahead, none is taken
     * @return how long to wait for it, in whole milliseconds; empty if none was taken
     */
    public Optional<Duration> take(
            String tenant, String api, int calls, Duration within, Duration soonest, Duration longest) {
        return jdbc.sql(TAKE)
                .param("tenant", tenant)
                .param("api", api)
                .param("calls", calls)
                .param("within", micros(within))
                .param("soonest", micros(soonest))
                .param("longest", micros(longest))
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    /** The lane's slots are further apart from now on. */
    public void slowDown(String tenant, String api) {
        jdbc.sql(
                        """
                        update lane_slot set needed = least(0.23, needed + 0.01),
                            slack = least(0.23, greatest(needed, slack) + 0.03)
                        where tenant = ? and api = ?
                        """)
                .params(tenant, api)
                .update();
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
