package io.hcpnbridge.work;

import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.mapping.Generation;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerRequest;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;

/** A claimed record on its way through the routes; travels as the exchange property {@code work}. */
final class Work {
    static final String PROPERTY = "work";

    private final InterfaceMapping mapping;
    private ClaimedRecord record;
    private Generation generation;
    private PartnerRequest request;
    private Long attempt;
    private final Set<String> probes = new LinkedHashSet<>();

    Work(ClaimedRecord record, InterfaceMapping mapping) {
        this.record = record;
        this.mapping = mapping;
        this.generation = record.generation() == null ? null : generation(record.generation());
    }

    static Work of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Work.class);
    }

    ClaimedRecord record() {
        return record;
    }

    InterfaceMapping mapping() {
        return mapping;
    }

    /** Null while it is not chosen, and for interfaces that have only one. */
    Generation generation() {
        return generation;
    }

    void take(String chosen) {
        generation = generation(chosen);
    }

    PartnerRequest request() {
        return request;
    }

    void ask(PartnerRequest mapped) {
        request = mapped;
        probes.clear();
    }

    /** Its call is the one that finds out whether a resting credential is accepted again. */
    void probe(String scope) {
        probes.add(scope);
    }

    /** The resting credentials that its call finds out about. */
    Set<String> probes() {
        return Set.copyOf(probes);
    }

    /** The open attempt, or null if no call is under way. */
    Long attempt() {
        return attempt;
    }

    void attempt(Long opened) {
        attempt = opened;
    }

    /** Whether a write was announced whose outcome is not in the ledger yet. */
    boolean writeIsOpen() {
        return attempt != null && request.effect() == Effect.WRITE;
    }

    void goOn(Conclusion conclusion) {
        record = record.after(conclusion);
        request = null;
    }

    private static Generation generation(String text) {
        return Generation.valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Shown in Hawtio: names the record, nothing of its content. */
    @Override
    public String toString() {
        return record.toString();
    }
}
