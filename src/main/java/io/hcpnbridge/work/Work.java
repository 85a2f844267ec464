package io.hcpnbridge.work;

import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.log.LogContext;
import io.hcpnbridge.mapping.Generation;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * A claimed record on its way through the routes, or several that share each call; travels as the exchange property
 * {@code work}.
 */
final class Work {
    static final String PROPERTY = "work";

    private final InterfaceMapping mapping;
    private List<ClaimedRecord> records;
    private Generation generation;
    private PartnerCall call;
    private List<Long> attempts = List.of();
    private UUID token;
    private final Set<String> probes = new LinkedHashSet<>();
    private boolean ended;
    private boolean turnEnded = true;

    Work(List<ClaimedRecord> together, InterfaceMapping mapping) {
        this.records = List.copyOf(together);
        this.mapping = mapping;
        this.generation = record().generation() == null ? null : generation(record().generation());
    }

    static Work of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Work.class);
    }

    /** Takes it along on the exchange; what the log says until that has ended is about its record. */
    void putOn(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
        var log = LogContext.open()
                .tenant(record().tenant())
                .interfaceName(record().interfaceName())
                .document(record().document())
                .batch(record().batch())
                .record(record().id());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                log.close();
            }
        });
    }

    /** The record, or the first of several that are asked for in the same way. */
    ClaimedRecord record() {
        return records.get(0);
    }

    /** All records of the call. */
    List<ClaimedRecord> records() {
        return records;
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
        records = records.stream().map(record -> record.taking(chosen)).toList();
    }

    /** Null while no call is to be made. */
    PartnerCall call() {
        return call;
    }

    /** What is asked with the call; null without one. */
    PartnerRequest request() {
        return call == null ? null : call.request();
    }

    /** What is known of the call. */
    Judgement judgement() {
        return call == null ? Judgement.missing() : call.judgement();
    }

    void ask(PartnerCall next) {
        call = next;
        probes.clear();
    }

    /** Its call is the one that finds out whether a resting credential is accepted again. */
    void probe(String scope) {
        probes.add(scope);
    }

    /** The answer is there: whether its call was to find out about that credential. */
    boolean hasProbed(String scope) {
        return probes.remove(scope);
    }

    /** The same for all of them: which ones. */
    Set<String> hasProbedAll() {
        var all = Set.copyOf(probes);
        probes.clear();
        return all;
    }

    /** The open attempts, one for each record; empty if no call is under way. */
    List<Long> attempts() {
        return attempts;
    }

    void open(List<Long> opened, UUID callToken) {
        attempts = opened;
        token = callToken;
    }

    /** Of the call whose attempts are open; null if none is. */
    UUID token() {
        return token;
    }

    /** Codes for one use that the records still hold. */
    Set<String> oneTimeCodes() {
        return mapping.personal().oneTime().stream()
                .flatMap(column -> records.stream()
                        .map(record -> record.content().path(column).asText()))
                .filter(code -> !code.isBlank())
                .collect(Collectors.toSet());
    }

    /** Whether a write that must not be repeated was announced and its outcome is not in the ledger yet. */
    boolean writeIsOpen() {
        return !attempts.isEmpty() && request().effect() == Effect.WRITE;
    }

    /** Whether one more call is to be made. A turn that ended nothing is the last one: the next would do the same again. */
    boolean beginTurn() {
        var more = !ended && turnEnded;
        turnEnded = false;
        return more;
    }

    /** Whether the ledger has been told what its records wait for, or that they are final. */
    boolean isEnded() {
        return ended;
    }

    void goOn(List<Conclusion> conclusions) {
        turnEnded = true;
        ended = conclusions.get(0).state() != record().inHand();
        records = IntStream.range(0, records.size())
                .mapToObj(i -> records.get(i).after(conclusions.get(i)))
                .toList();
        call = null;
        attempts = List.of();
        token = null;
    }

    private static Generation generation(String text) {
        return Generation.valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Shown in Hawtio: names the record, nothing of its content. */
    @Override
    public String toString() {
        return record() + (records.size() == 1 ? "" : " and " + (records.size() - 1) + " more");
    }
}
