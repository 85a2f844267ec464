package io.hcpnbridge.standin.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Verification codes sent to phones and mailboxes. */
public final class VerificationCodes {
    private static final int FAILURES_ALLOWED = 3;

    /** What a check of a code says. */
    public enum Check {
        RIGHT,
        WRONG,
        EXPIRED,
        TOO_OFTEN
    }

    private record Sent(String code, Instant until, int failures) {}

    private final Clock clock;
    private final Map<String, Sent> codes = new HashMap<>();
    private int count;

    VerificationCodes(Clock clock) {
        this.clock = clock;
    }

    /** Sends a fresh code; the one before is forgotten. */
    public String send(String contact, Duration validity) {
        count++;
        String code = String.valueOf(100_000 + (count * 7_919) % 900_000);
        put(contact, code, validity);
        return code;
    }

    /** The code that the contact has received. */
    public void put(String contact, String code, Duration validity) {
        codes.put(contact, new Sent(code, clock.instant().plus(validity), 0));
    }

    /** What stands in the last message to that contact. */
    public Optional<String> received(String contact) {
        return Optional.ofNullable(codes.get(contact)).map(Sent::code);
    }

    /** A right code is used up by this. */
    public Check check(String contact, String code) {
        Sent sent = codes.get(contact);
        if (sent == null) {
            return Check.WRONG;
        }
        if (sent.failures() > FAILURES_ALLOWED) {
            return Check.TOO_OFTEN;
        }
        if (clock.instant().isAfter(sent.until())) {
            return Check.EXPIRED;
        }
        if (!sent.code().equals(code)) {
            codes.put(contact, new Sent(sent.code(), sent.until(), sent.failures() + 1));
            return Check.WRONG;
        }
        codes.remove(contact);
        return Check.RIGHT;
    }
}
