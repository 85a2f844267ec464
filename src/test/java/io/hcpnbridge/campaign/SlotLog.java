package io.hcpnbridge.campaign;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes each slot that is taken of any lane, and tells where those went that brought no call. */
final class SlotLog {
    private static final double SECOND = Duration.ofMillis(1_015).toNanos() / 1_000.0;

    private final JdbcClient jdbc;

    private SlotLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins to note. */
    static SlotLog of(DataSource database) {
        var jdbc = JdbcClient.create(database);
        jdbc.sql(
                        """
                        create unlogged table taken (id bigint generated always as identity, slot timestamptz, slack double precision);
                        create function note_slot() returns trigger language plpgsql as $$ begin
                            insert into taken (slot, slack) values (new.slots[cardinality(new.slots)], new.slack);
                            return new;
                        end $$;
                        create trigger note_slot before update of slots on lane_slot for each row execute function note_slot()
                        """)
                .update();
        return new SlotLog(jdbc);
    }

    /** One line for people. */
    String told(int quota, int calls) {
        var slots = jdbc.sql(
                        "select (extract(epoch from slot) * 1000000)::bigint as slot, slack from taken order by id")
                .query((row, number) -> new Taken(row.getLong("slot"), row.getDouble("slack")))
                .list();
        return "%d slots taken and not used; nobody was ready for %.1f slots' time; the lane's slack cost %.1f at the beginning and keeps %.3f"
                .formatted(
                        slots.size() - calls,
                        idle(quota, slots) * quota / SECOND,
                        slots.stream().mapToDouble(Taken::slack).sum()
                                - slots.size() * slots.get(slots.size() - 1).slack(),
                        slots.get(slots.size() - 1).slack());
    }

    private record Taken(long micros, double slack) {}

    /** How much later slots were than they had to be. */
    private static double idle(int quota, List<Taken> slots) {
        double idle = 0;
        for (int i = quota; i < slots.size(); i++) {
            var since = slots.get(i).micros() - slots.get(i - quota).micros();
            var step = slots.get(i).micros() - slots.get(i - 1).micros();
            var even = 0.9 * SECOND / quota;
            var full = SECOND * (1 + slots.get(i - 1).slack());
            idle += Math.max(0, Math.min(step - even, since - full));
        }
        return idle;
    }
}
