package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Events on their way out: written with the record that found them, sent afterwards, in order per tenant and interface. */
@Repository
public class EventLedger {
    private static final String UNSENT_BEFORE =
            """
            (select 1 from event earlier where earlier.tenant = event.tenant and earlier.interface = event.interface
                and earlier.sent_at is null and earlier.id < event.id)
            """;

    private final JdbcClient jdbc;

    EventLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an event for each row. Until the end of the transaction nobody else adds some for the tenant and interface. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String tenant, String interfaceName, String document, List<ResultRow> rows, List<String> changes) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('event ' || ? || ' ' || ?, 0))::text")
                .params(tenant, interfaceName)
                .query(String.class)
                .list();
        jdbc.sql(
                        """
                        insert into event_lane (tenant, interface, sending_until) values (?, ?, '-infinity') on conflict do nothing
                        """)
                .params(tenant, interfaceName)
                .update();
        jdbc.sql(
                        """
                        insert into event (tenant, interface, document, row_key, change, kind, content)
                        select :tenant, :interface, :document, key, change, kind, content::json
                        from unnest(:keys::text[], :changes::text[], :kinds::text[], :contents::text[]) with ordinality
                            as r (key, change, kind, content, n)
                        order by n
                        """)
                .param("tenant", tenant)
                .param("interface", interfaceName)
                .param("document", document)
                .param("keys", rows.stream().map(ResultRow::key).toArray(String[]::new))
                .param("changes", changes.toArray(String[]::new))
                .param("kinds", rows.stream().map(ResultRow::kind).toArray(String[]::new))
                .param(
                        "contents",
                        rows.stream().map(row -> ExactJson.text(row.content())).toArray(String[]::new))
                .update();
    }

    /**
     * Takes a lane that has events to send for the time of the lease; no other replica sends them meanwhile. A lease that ends later than
     * anybody takes one, as the database's clock was wrong, keeps nobody waiting.
     */
    @Transactional
    public List<Lane> takeLanes(Holder holder, Duration lease) {
        return jdbc.sql(
                        """
                        with free as (
                            select tenant, interface from event_lane
                            where (sending_until < now() or sending_until > now() + interval '1 hour' or %s) and exists (
                                select 1 from event where event.tenant = event_lane.tenant
                                    and event.interface = event_lane.interface and sent_at is null)
                            for update skip locked)
                        update event_lane set sending_until = now() + :lease * interval '1 millisecond', sending_by = :holder
                        from free where event_lane.tenant = free.tenant and event_lane.interface = free.interface
                        returning event_lane.tenant, event_lane.interface
                        """
                                .formatted(Holder.isGone("sending_by")))
                .params(holder.parameters())
                .param("lease", lease.toMillis())
                .query((row, number) -> new Lane(row.getString("tenant"), row.getString("interface")))
                .list();
    }

    /** The oldest events of a lane that have not been sent. */
    public List<Event> unsent(Lane lane, int limit) {
        return jdbc.sql(
                        """
                        select id, event_id::text as event_id, tenant, interface, document, row_key, change, kind,
                            content::text as content, created_at
                        from event where tenant = ? and interface = ? and sent_at is null order by id limit ?
                        """)
                .params(lane.tenant(), lane.interfaceName(), limit)
                .query(EventLedger::event)
                .list();
    }

    /** Whether the event is the one to send: not sent yet, and none before it is unsent. */
    public boolean isNext(Event event) {
        return jdbc.sql("select count(*) from event where id = ? and sent_at is null and not exists " + UNSENT_BEFORE)
                        .param(event.number())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The broker has the event. */
    public void markSent(Event event) {
        jdbc.sql("update event set sent_at = clock_timestamp() where id = ?")
                .param(event.number())
                .update();
    }

    /** Anyone may send the events of the lane. */
    public void release(Lane lane) {
        jdbc.sql("update event_lane set sending_until = '-infinity' where tenant = ? and interface = ?")
                .params(lane.tenant(), lane.interfaceName())
                .update();
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getLong("id"),
                row.getString("event_id"),
                row.getString("tenant"),
                row.getString("interface"),
                row.getString("document"),
                row.getString("change"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new ResultRow(row.getString("row_key"), row.getString("kind"), (ObjectNode)
                        ExactJson.read(row.getString("content"))));
    }
}
