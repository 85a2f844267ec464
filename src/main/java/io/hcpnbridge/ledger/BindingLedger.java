package io.hcpnbridge.ledger;

import io.hcpnbridge.json.ExactJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the partner has told of bound accounts, and the ERP hears of it. */
@Repository
public class BindingLedger {
    /** Under which the events go out. */
    public static final String INTERFACE = "customers.bound";

    /** Before the number of a notice: the document of its event. */
    public static final String EVENT = "notice-";

    private final JdbcClient jdbc;
    private final EventLedger events;

    BindingLedger(JdbcClient jdbc, EventLedger events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Keeps a notice, with the event that tells the ERP of a binding, both or neither. The same notice once more, with none of the same customer
     * and user in between, changes nothing.
     *
     * @param heard whether anybody hears of events
     * @return the notice's number; empty if it was known
     */
    @Transactional
    public Optional<Long> keep(String tenant, BindingNotice notice, boolean heard) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('binding ' || ?, 0))::text")
                .param(tenant)
                .query(String.class)
                .list();
        var number = jdbc.sql(
                        """
                        insert into binding_notice (tenant, digest, content, action, customer_id, account, user_id)
                        select :tenant, :digest, :content::json, :action, :customer, :account, :user
                        where :digest is distinct from (
                            select digest from binding_notice where tenant = :tenant and customer_id is not distinct from :customer
                                and user_id is not distinct from :user order by id desc limit 1)
                        returning id
                        """)
                .param("tenant", tenant)
                .param("digest", notice.digest())
                .param("content", ExactJson.text(notice.content()))
                .param("action", notice.action())
                .param("customer", notice.customerId())
                .param("account", notice.account())
                .param("user", notice.userId())
                .query(Long.class)
                .optional();
        if (heard && notice.tellsOfABinding()) {
            number.ifPresent(
                    known -> events.add(tenant, INTERFACE, EVENT + known, List.of(row(notice)), List.of("NEW")));
        }
        return number;
    }

    /** What was told from one time on and before another, in the order in which it came. */
    public List<KeptNotice> between(String tenant, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select id, action, customer_id, account, user_id, received_at from binding_notice
                        where tenant = ? and received_at >= ? and received_at < ? order by id
                        """)
                .params(tenant, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new KeptNotice(
                        row.getLong("id"),
                        row.getString("action"),
                        row.getString("customer_id"),
                        row.getString("account"),
                        row.getString("user_id"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static ResultRow row(BindingNotice notice) {
        var content = ExactJson.mapper()
                .createObjectNode()
                .put("platformUserId", notice.userId())
                .put("customerId", notice.customerId())
                .put("accountName", notice.account());
        return new ResultRow(notice.customerId(), "binding", content);
    }
}
