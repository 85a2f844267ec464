package io.hcpnbridge.desk.read;

import io.hcpnbridge.desk.read.SignOnState.Links;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How customers sign on: links, bindings, and what was refused. */
@Repository
public class SignOnQuery {
    /** Of which links are counted. */
    public static final int DAYS = 7;

    private final JdbcClient jdbc;
    private final BindingQuery bindings;
    private final PartnerSettings partner;
    private final MeterRegistry meters;
    private final boolean open;

    SignOnQuery(
            JdbcClient jdbc,
            BindingQuery bindings,
            PartnerSettings partner,
            MeterRegistry meters,
            @Value("${sign-on.public-address:}") String address) {
        this.jdbc = jdbc;
        this.bindings = bindings;
        this.partner = partner;
        this.meters = meters;
        this.open = !address.isBlank();
    }

    /** Whether customers sign on here, or did. */
    public boolean isInUse() {
        return open
                || jdbc.sql("select exists (select from sign_on_link) or exists (select from binding_notice)")
                        .query(Boolean.class)
                        .single();
    }

    /** Of every tenant whose customers sign on, or did. */
    @Transactional(readOnly = true)
    public SignOnState state() {
        var links = links();
        var tenants = partner.tenants().keySet().stream()
                .sorted()
                .map(tenant -> new SignOnState.OfTenant(
                        tenant, links.getOrDefault(tenant, Links.NONE), bindings.latest(tenant)))
                .filter(this::isInUse)
                .toList();
        return new SignOnState(tenants, refused());
    }

    private boolean isInUse(SignOnState.OfTenant state) {
        var isSetUp = open && partner.tenants().get(state.tenant()).platformId() != null;
        return isSetUp || state.links().made() > 0 || !state.bindings().isEmpty();
    }

    /** A link that was made within these days ends within them, too, or later: so the index finds it. */
    private Map<String, Links> links() {
        var links = new HashMap<String, Links>();
        jdbc.sql(
                        """
                        select tenant, count(*) as made, count(used_at) as used,
                            count(*) filter (where used_at is null and expires_at <= now()) as expired,
                            count(*) filter (where used_at is null and expires_at > now()) as open
                        from sign_on_link where expires_at >= now() - :days * interval '1 day' and created_at >= now() - :days * interval '1 day'
                        group by tenant
                        """)
                .param("days", DAYS)
                .query((ResultSet row) -> {
                    links.put(
                            row.getString("tenant"),
                            new Links(
                                    row.getLong("made"),
                                    row.getLong("used"),
                                    row.getLong("expired"),
                                    row.getLong("open")));
                });
        return links;
    }

    private SortedMap<String, Long> refused() {
        var refused = new TreeMap<String, Long>();
        meters.find("bridge.sign.on.refused")
                .counters()
                .forEach(counter -> refused.put(counter.getId().getTag("rule"), (long) counter.count()));
        return refused;
    }
}
