package io.hcpnbridge.cutover;

import io.hcpnbridge.ledger.Cutover;
import io.hcpnbridge.ledger.CutoverLedger;
import io.hcpnbridge.text.Words;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far each tenant is on its way from the old endpoints to the new ones, as the ledger told last. */
@Component("cutovers")
public class Cutovers {
    private static final Logger LOG = LoggerFactory.getLogger(Cutovers.class);

    private final CutoverLedger ledger;
    private volatile Map<String, Cutover> known;

    Cutovers(CutoverLedger ledger) {
        this.ledger = ledger;
    }

    /** Empty: all goes as the tenant is configured. Before the first look the ledger is asked. */
    public Optional<Cutover> of(String tenant) {
        if (known == null) {
            look();
        }
        return Optional.ofNullable(known.get(tenant));
    }

    /** All of them, by tenant. */
    public Map<String, Cutover> all() {
        return known == null ? Map.of() : known;
    }

    /** Looks what people have set, and what another replica has taken back. */
    public synchronized void look() {
        var found = ledger.all().stream().collect(Collectors.toUnmodifiableMap(Cutover::tenant, Function.identity()));
        var before = known == null ? Map.<String, Cutover>of() : known;
        found.forEach((tenant, cutover) -> {
            if (!cutover.equals(before.get(tenant))) {
                LOG.info("{}: on the way to the new endpoints: {}", tenant, cutover);
            }
        });
        before.keySet().stream()
                .filter(tenant -> !found.containsKey(tenant))
                .forEach(tenant -> LOG.info("{}: endpoints as configured again", tenant));
        known = found;
    }

    /** What either generation can take goes to the old one from now on; the other replicas notice with their next look. */
    public void stepBack(String tenant, Words why) {
        if (ledger.stepBack(tenant, why)) {
            LOG.error("{}: stepped back to the old endpoints: {}", tenant, why.en());
            look();
        }
    }
}
