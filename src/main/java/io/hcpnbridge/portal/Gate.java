package io.hcpnbridge.portal;

import io.hcpnbridge.saml.SigningKey;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Lets requests on to the ledger, so many a second. Whoever shows a token that was made here, or something signed by the partner, does not wait
 * for strangers: those have a pace of their own.
 */
final class Gate {
    private final Supplier<SigningKey> key;
    private final Pace known;
    private final Pace strangers;

    /** @param most of each kind in a second */
    Gate(Supplier<SigningKey> key, int most, Clock clock) {
        this.key = key;
        known = new Pace(most, clock);
        strangers = new Pace(most, clock);
    }

    /** A new token that this gate, and that of any replica with the same key, will know. */
    Token token() {
        return Token.next(key.get());
    }

    /** Somebody shows this. What it is good for stands in the ledger: here it is only known whether it may have been made here. */
    void pass(Token shown) throws BusyException {
        (shown.isSealedBy(key.get()) ? known : strangers).take();
    }

    /** Somebody shows what the partner has signed. */
    void passOfPartner() throws BusyException {
        known.take();
    }

    /** Somebody shows nothing. */
    void pass() throws BusyException {
        strangers.take();
    }
}
