package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Records that have waited for too long for a call that could not be made. A person decides about them, by {@code decide_parked}. */
@Repository
public class ParkingLedger {
    /** What was left alone for that much longer than it had to be (paused, no adapter running, a long queue) has not waited all the time. */
    static final String LEFT_ALONE = "interval '1 hour'";

    /** Nothing of it is placed, in doubt or decided by the partner; what was read of a list is old by the time a person decides. */
    private static final String PARK =
            """
            with waiting as (
                select record.id, coalesce(case when waiting_since is not null then record.code end, lane.reason) as code,
                    case when waiting_since is not null then record.text else lane.text end as text,
                    case when waiting_since is not null then record.text_zh else lane.text_zh end as text_zh
                from record join batch on batch.id = first_batch_id
                    left join pause lane on lane.tenant = record.tenant and lane.scope = 'interface:' || record.interface
                        and lane.until > now() and lane.since < now() - :after * interval '1 millisecond'
                where state = 'DUE' and due_at < 'infinity' and not placed and not record.pending
                    and (waiting_since < now() - :after * interval '1 millisecond' and due_at > now() - %1$s
                        or lane.scope is not null and received_at < now() - :after * interval '1 millisecond'
                            and not exists (
                                select 1 from parking
                                where record_id = record.id and decided_at > now() - :after * interval '1 millisecond'))
                    and not work_is_paused(record.tenant, record.interface)
                for update of record skip locked),
            noted as (insert into parking (record_id, code, text) select id, code, text from waiting),
            forgotten as (delete from result_row using waiting where record_id = waiting.id)
            update record set state = 'PARKED', changed_at = now(), cursor = null, fields = '{}', waiting_since = null, code = waiting.code,
                text = concat_ws(': ', 'Nothing was done yet, an operator decides whether it is tried again', waiting.text),
                text_zh = concat_ws('：', '尚未执行任何操作，由运维人员决定是否再试', coalesce(waiting.text_zh, waiting.text))
            from waiting where record.id = waiting.id
            returning tenant, interface, document, record.code
            """
                    .formatted(LEFT_ALONE);

    private final JdbcClient jdbc;

    ParkingLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A record that was parked, and the code of what it had waited for. */
    public record Parked(Lane lane, String document, String code) {}

    /**
     * Parks what is due and has waited for longer than that: as its own call was put off again and again, or as its lane rests and no call
     * of that went through for so long. But nothing that is paused.
     */
    @Transactional
    public List<Parked> park(Duration after) {
        return jdbc.sql(PARK)
                .param("after", after.toMillis())
                .query((row, number) -> new Parked(
                        new Lane(row.getString("tenant"), row.getString("interface")),
                        row.getString("document"),
                        row.getString("code")))
                .list();
    }
}
