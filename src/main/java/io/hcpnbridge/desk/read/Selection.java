package io.hcpnbridge.desk.read;

import java.time.Instant;

/**
 * Documents that came into a state within a time.
 *
 * @param tenant empty: every; so interface and code
 * @param from the first moment
 * @param to the first moment that is later
 */
public record Selection(State state, String tenant, String interfaceName, String code, Instant from, Instant to) {
    /** The states in which something can be done, or handed in anew. */
    public enum State {
        FAILED,
        REFUSED,
        PARTIAL,
        PARKED
    }

    @Override
    public String toString() {
        return "%s, %s, %s, %s, %s to %s"
                .formatted(
                        state,
                        orEvery("tenant", tenant),
                        orEvery("interface", interfaceName),
                        orEvery("code", code),
                        from,
                        to);
    }

    private static String orEvery(String what, String name) {
        return name.isEmpty() ? "every " + what : name;
    }
}
