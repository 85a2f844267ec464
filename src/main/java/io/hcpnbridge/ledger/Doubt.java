package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A write whose outcome is unknown, and what has been found out about it.
 *
 * @param id of the doubt; a record that was sent again can come into doubt again
 * @param since when the write was announced, by the ledger's clock
 * @param age how long ago that is, by the same clock
 * @param api that was called, such as {@code renew-resources-new}
 * @param cursor where the round goes on, null at its beginning; no other claim goes on with it
 * @param rounds of reads that came to a verdict
 * @param proofs how many of the last rounds said that nothing was placed
 * @param evidence what the last round saw, in words; null before its end
 * @param repeats how often the record was sent again already, as its write was proven not to have been placed
 * @param decision of a person, else null
 */
public record Doubt(
        long id,
        Instant since,
        Duration age,
        String api,
        JsonNode cursor,
        int rounds,
        int proofs,
        String evidence,
        int repeats,
        Decision decision) {

    Doubt at(JsonNode next) {
        return new Doubt(id, since, age, api, next, rounds, proofs, evidence, repeats, decision);
    }

    /** What became of a write, as far as that can be said. */
    public enum Verdict {
        /** It was carried out. */
        PLACED,
        /** Nothing was carried out, nor will be. */
        NOT_PLACED,
        /** The partner has refused it, or a person wants it to be answered so. */
        REFUSED
    }

    /**
     * What a person decides; {@code decide_doubt} of the ledger, for those who have no desk, asks for the same.
     *
     * @param answer what the partner would have answered, for {@link Verdict#PLACED}; null if that is not known
     * @param by who decides
     * @param reason why, in words; told to the ERP
     */
    public record Decision(Verdict verdict, JsonNode answer, String by, String reason) {
        public Decision {
            if (by == null || by.isBlank() || reason == null || reason.isBlank()) {
                throw new IllegalArgumentException("Whoever decides has a name and a reason");
            }
            if (answer != null && verdict != Verdict.PLACED) {
                throw new IllegalArgumentException("Only a write that was placed has an answer");
            }
        }
    }
}
