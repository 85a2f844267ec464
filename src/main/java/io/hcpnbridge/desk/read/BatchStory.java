package io.hcpnbridge.desk.read;

import io.hcpnbridge.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of one file, message or pull.
 *
 * @param verdict {@code ACCEPTED} or {@code REFUSED}
 * @param answeredAt when its last answer was composed; null if there is none yet
 * @param names of the files or messages by which it came
 * @param states how many documents are in each
 * @param conflicts lines that had other content than the document of that number
 * @param problems why it was refused, the first of them
 * @param others documents that are not {@code OK}, the first of them
 * @param holdable whether it can be held
 * @param held who holds it, and why; null if nobody does
 * @param repairable whether documents were refused or have failed, and are kept
 * @param resendable whether its answer is kept and was delivered
 */
public record BatchStory(
        long id,
        String tenant,
        String interfaceName,
        String verdict,
        Instant receivedAt,
        Instant answeredAt,
        List<String> names,
        Map<String, Long> states,
        long conflicts,
        List<Problem> problems,
        List<Other> others,
        boolean holdable,
        Hold held,
        boolean repairable,
        boolean resendable) {

    /** Since when somebody holds it, and why. */
    public record Hold(String by, Instant since, String reason) {}

    /** @param value as it is shown to anybody */
    public record Problem(long line, String field, String value, String rule) {}

    /** A document that is not {@code OK}. */
    public record Other(DocumentKey key, long line, String state, String code, Words text) {}
}
