package io.hcpnbridge.desk.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that happened to a document.
 *
 * @param state as the ledger has it
 * @param code of the answer, or of what it waits for; null if there is none
 * @param content the record as it was taken in; null if it is deleted by its age
 * @param rows the first of the answer so far; none for who may not see what tells of a person
 * @param rowsInAll how many there are
 * @param arrivals by which it came, the first first
 * @param calls to the partner about it, the first first
 * @param doubts about its writes
 * @param parkings in which it waited for a person
 * @param comparisons of what old and new endpoints tell of it
 */
public record Story(
        DocumentKey key,
        String state,
        String code,
        Words text,
        String generation,
        String mappingVersion,
        Instant changedAt,
        Instant dueAt,
        ObjectNode content,
        List<ObjectNode> rows,
        long rowsInAll,
        List<Arrival> arrivals,
        List<Call> calls,
        List<Doubt> doubts,
        List<Parking> parkings,
        List<Comparison> comparisons) {

    /**
     * @param line in the file
     * @param conflict whether the line had other content than the document of that number
     * @param answeredAt when the answer was composed
     * @param deliveredAt when the ERP could have it
     */
    public record Arrival(
            long batch,
            String name,
            String channel,
            long line,
            boolean conflict,
            int edition,
            Instant arrivedAt,
            Instant answeredAt,
            Instant deliveredAt) {}

    /**
     * @param effect {@code READ} or {@code WRITE}
     * @param verdict null while it is under way
     * @param requestId the partner's
     * @param shadow whether it was made to compare only
     */
    public record Call(
            long id,
            Instant openedAt,
            String node,
            String api,
            String endpoint,
            String generation,
            String effect,
            String verdict,
            Integer status,
            String code,
            String text,
            String requestId,
            Duration took,
            boolean shadow) {}

    /**
     * @param evidence what the partner's reads have told
     * @param leftAt since when only a person can tell
     * @param verdict once there is one
     * @param by the person who has decided; null if the partner's reads have
     */
    public record Doubt(
            Instant openedAt,
            int rounds,
            int proofs,
            String evidence,
            Instant leftAt,
            String verdict,
            String by,
            String reason,
            Instant decidedAt,
            Instant closedAt) {}

    /** @param verdict once a person has decided */
    public record Parking(
            Instant parkedAt, String code, String text, String verdict, String by, String reason, Instant decidedAt) {}

    /**
     * @param answered the generation that has answered the ERP
     * @param verdict such as {@code SAME}
     * @param known differences that somebody has explained
     * @param text why it could not be compared; else none
     * @param differences that nobody has explained
     */
    public record Comparison(
            Instant at, String answered, String verdict, int known, Words text, List<FoundDifference> differences) {}

    /** @param edition 1 for the first answer */
    public record Delivery(String name, int edition) {}

    /** @param what an {@link Arrival}, {@link Call}, {@link Doubt}, {@link Parking}, {@link Comparison} or {@link Delivery} */
    public record Moment(Instant at, Object what) {}

    /** Everything in the order of time. */
    public List<Moment> moments() {
        return Stream.of(
                        cameBy().stream().map(arrival -> new Moment(arrival.arrivedAt(), arrival)),
                        calls.stream().map(call -> new Moment(call.openedAt(), call)),
                        doubts.stream().map(doubt -> new Moment(doubt.openedAt(), doubt)),
                        parkings.stream().map(parking -> new Moment(parking.parkedAt(), parking)),
                        comparisons.stream().map(comparison -> new Moment(comparison.at(), comparison)),
                        arrivals.stream()
                                .filter(arrival -> arrival.deliveredAt() != null)
                                .map(arrival -> new Moment(
                                        arrival.deliveredAt(), new Delivery(arrival.name(), arrival.edition()))))
                .flatMap(moments -> moments)
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    /** A further answer is owed as if the same file had come once more. */
    private Collection<Arrival> cameBy() {
        return arrivals.stream()
                .collect(Collectors.toMap(
                        Arrival::name, arrival -> arrival, (first, further) -> first, LinkedHashMap::new))
                .values();
    }

    /** Whether a person may say what became of its write. */
    public boolean isInDoubt() {
        return state.equals("IN_DOUBT") && openDoubts().findAny().isPresent();
    }

    /** Whether a person has decided and that is not carried out yet. */
    public boolean isBeingDecided() {
        return openDoubts().anyMatch(doubt -> doubt.decidedAt() != null);
    }

    public boolean hasFailed() {
        return state.equals("FAILED");
    }

    public boolean isParked() {
        return state.equals("PARKED");
    }

    private Stream<Doubt> openDoubts() {
        return doubts.stream().filter(doubt -> doubt.closedAt() == null);
    }
}
