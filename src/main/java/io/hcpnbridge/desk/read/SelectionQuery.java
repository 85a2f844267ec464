package io.hcpnbridge.desk.read;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds documents by their state and when they came into it: by index, however long the ledger is. */
@Repository
public class SelectionQuery {
    /** That one step deals with; the rest is found again afterwards. */
    public static final int MOST = 1_000;

    private final JdbcClient jdbc;

    SelectionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of them, in the order in which they came into the state. */
    public List<Selected> first(Selection selection) {
        return jdbc.sql(
                        """
                        select record.tenant, record.interface, document, record.state, changed_at, record.code, record.text, text_zh
                        from %s where changed_at >= :from and changed_at < :to
                            and (:tenant = '' or record.tenant = :tenant) and (:interface = '' or record.interface = :interface)
                            and (:code = '' or record.code = :code)
                        order by changed_at, record.id limit :most
                        """
                                .formatted(records(selection.state())))
                .param("tenant", selection.tenant())
                .param("interface", selection.interfaceName())
                .param("code", selection.code())
                .param("from", OffsetDateTime.ofInstant(selection.from(), ZoneOffset.UTC))
                .param("to", OffsetDateTime.ofInstant(selection.to(), ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, number) -> new Selected(
                        Rows.key(row),
                        row.getString("state"),
                        Rows.instant(row, "changed_at"),
                        row.getString("code"),
                        Rows.words(row)))
                .list();
    }

    /** The state is spelled out: only so does the planner see which index has it. */
    private static String records(Selection.State state) {
        return state == Selection.State.PARKED
                ? "(select record.* from parking join record on record.id = record_id where decided_at is null and state = 'PARKED') record"
                : "(select * from record where emptied_at is null and state in ('OK', 'PARTIAL', 'REFUSED', 'FAILED') and state = '%s') record"
                        .formatted(state);
    }
}
