package io.hcpnbridge.desk.read;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody would decide about a write in doubt.
 *
 * @param verdict {@code PLACED}, {@code NOT_PLACED} or {@code REFUSED}
 * @param answer what the partner would have answered; null if that is not known
 * @param by who has proposed it
 */
public record Proposal(Instant at, String verdict, String answer, String by, String reason) {
    /** Whether it says the same of the write. */
    public boolean says(Proposal other) {
        return verdict.equals(other.verdict()) && Objects.equals(answer, other.answer());
    }
}
