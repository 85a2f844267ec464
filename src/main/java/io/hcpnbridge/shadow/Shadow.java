package io.hcpnbridge.shadow;

import io.hcpnbridge.ledger.ShadowRead;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.partner.PartnerCall;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * A read on its way to being compared; travels as the exchange property {@code shadow}. First the other generation is asked; if it tells something
 * else, the one that has answered is asked again, as the partner's data may have changed meanwhile.
 */
final class Shadow {
    private static final String PROPERTY = "shadow";

    private final ShadowRead read;
    private final InterfaceMapping mapping;
    private Reading reading;
    private TestedAnswer other;
    private PartnerCall call;
    private UUID token;
    private Long attempt;
    private boolean ended;
    private boolean turnEnded = true;

    Shadow(ShadowRead read, InterfaceMapping mapping) {
        this.read = read;
        this.mapping = mapping;
        this.reading = new Reading(read.record());
    }

    static Shadow of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Shadow.class);
    }

    void putOn(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    ShadowRead read() {
        return read;
    }

    InterfaceMapping mapping() {
        return mapping;
    }

    /** The one that is under way. */
    Reading reading() {
        return reading;
    }

    /** What the other generation has told; null while it is being asked. */
    TestedAnswer other() {
        return other;
    }

    /** Asks the generation again that has answered. */
    void askAgain() {
        other = reading.answer();
        reading = new Reading(read.record().taking(read.answered()));
    }

    PartnerCall call() {
        return call;
    }

    void ask(PartnerCall next) {
        call = next;
        attempt = null;
    }

    /** Of the call that is announced; null if none is. */
    Long attempt() {
        return attempt;
    }

    UUID token() {
        return token;
    }

    void open(long opened, UUID callToken) {
        attempt = opened;
        token = callToken;
    }

    /** Whether one more call is to be made. A turn that came to nothing is the last one: the next would do the same again. */
    boolean beginTurn() {
        var more = !ended && turnEnded;
        turnEnded = false;
        return more;
    }

    void goOn() {
        turnEnded = true;
    }

    void end() {
        ended = true;
    }

    /** Shown in Hawtio: names the record, nothing of its content. */
    @Override
    public String toString() {
        return read.toString();
    }
}
