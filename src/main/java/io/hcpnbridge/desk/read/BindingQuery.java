package io.hcpnbridge.desk.read;

import io.hcpnbridge.desk.read.Association.Listed;
import io.hcpnbridge.ledger.BindingLedger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts that customers have bound, as the partner told of them, with what the ledger knows of the association. */
@Repository
public class BindingQuery {
    /** Of a search, or of a tenant. */
    public static final int MOST = 50;

    private static final String BINDINGS =
            """
            select notice.id, notice.tenant, received_at, action, customer_id, account, user_id, event.id as event, sent_at
            from binding_notice notice left join event
                on interface = '%s' and event.document = '%s' || notice.id and event.tenant = notice.tenant
            where %%s order by notice.id desc limit :most
            """
                    .formatted(BindingLedger.INTERFACE, BindingLedger.EVENT);

    private static final String FOUND = BINDINGS.formatted(
            """
            notice.id in (
                (select id from binding_notice where customer_id = :text and tenant = any (:tenants) order by id desc limit :most) union
                (select id from binding_notice where account = :text and tenant = any (:tenants) order by id desc limit :most) union
                (select id from binding_notice where user_id = :text and tenant = any (:tenants) order by id desc limit :most))
            """);

    private final JdbcClient jdbc;
    private final AssociationQuery associations;

    BindingQuery(JdbcClient jdbc, AssociationQuery associations) {
        this.jdbc = jdbc;
        this.associations = associations;
    }

    /**
     * Those of a customer id, an account's name or a user of the platform; the last first.
     *
     * @param tenants that there are
     */
    public List<Binding> by(String given, Collection<String> tenants) {
        var text = given.strip();
        return text.isEmpty() || text.length() > FindQuery.LONGEST
                ? List.of()
                : associated(jdbc.sql(FOUND)
                        .param("text", text)
                        .param("tenants", tenants.toArray(String[]::new))
                        .param("most", MOST)
                        .query(BindingQuery::binding)
                        .list());
    }

    /** The last ones of a tenant, the last first. */
    public List<Binding> latest(String tenant) {
        return associated(jdbc.sql(BINDINGS.formatted("notice.tenant = :tenant"))
                .param("tenant", tenant)
                .param("most", MOST)
                .query(BindingQuery::binding)
                .list());
    }

    private List<Binding> associated(List<Binding> bindings) {
        var listed = new HashMap<String, Map<String, Listed>>();
        bindings.stream()
                .collect(Collectors.groupingBy(
                        Binding::tenant,
                        Collectors.mapping(
                                Binding::customerId,
                                Collectors.filtering(Objects::nonNull, Collectors.toUnmodifiableSet()))))
                .forEach((tenant, customers) -> listed.put(tenant, associations.of(tenant, customers)));
        return bindings.stream()
                .map(binding -> binding.with(
                        Association.of(listed.get(binding.tenant()).get(binding.customerId()), binding.at())))
                .toList();
    }

    private static Binding binding(ResultSet row, int number) throws SQLException {
        var sentAt = Rows.instant(row, "sent_at");
        return new Binding(
                row.getLong("id"),
                row.getString("tenant"),
                Rows.instant(row, "received_at"),
                row.getObject("action", Integer.class),
                row.getString("customer_id"),
                row.getString("account"),
                row.getString("user_id"),
                sentAt != null
                        ? Binding.Event.SENT
                        : row.getObject("event") != null ? Binding.Event.WAITS : Binding.Event.NONE,
                sentAt,
                Association.NOT_KNOWN);
    }
}
