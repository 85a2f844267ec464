package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record in the hands of one replica.
 *
 * @param claim grows with each claim; every later write names it, so a replica that lost its claim can change nothing
 * @param batch that brought it first
 * @param content the canonical record, as taken in
 * @param mappingVersion the mapping its batch was taken in with
 * @param form in which it came first, {@code file} or {@code message}
 * @param urgency whose turn it is
 * @param generation {@code old} or {@code new} once chosen, else null; never changes afterwards
 * @param cursor where the mapping wants to go on, null at the beginning
 * @param placed whether a write of this record has succeeded at the partner
 * @param pending whether it waits for something that only the partner knows, however long that takes
 * @param callGroup equal for records that go into one call together, null for all others
 * @param codesUsed whether it came with one-time codes that are gone, as they were used
 * @param fields record-level fields of the answer so far
 * @param tries failed tries of the present step
 * @param restarts how often the mapping asked to begin again
 * @param steps calls concluded so far
 * @param doubt the write whose outcome the partner is asked for; null unless that is all that may be done for the record
 */
public record ClaimedRecord(
        long id,
        long claim,
        long batch,
        String tenant,
        String interfaceName,
        String document,
        ObjectNode content,
        String mappingVersion,
        String form,
        Urgency urgency,
        String generation,
        JsonNode cursor,
        boolean placed,
        boolean pending,
        String callGroup,
        boolean codesUsed,
        ObjectNode fields,
        int tries,
        int restarts,
        int steps,
        Doubt doubt) {

    /** The customer the record is about (canonical field {@code customerId}), or null. */
    public String customerId() {
        return content.path("customerId").textValue();
    }

    /** The state it is in while a replica has it in hand and nothing that changes something is on its way. */
    public RecordState inHand() {
        return doubt == null ? RecordState.CLAIMED : RecordState.ASKING;
    }

    /** The same record in doubt. */
    ClaimedRecord in(Doubt found) {
        return copy(generation, cursor, placed, true, fields, tries, restarts, steps, found);
    }

    /** The same record with a generation chosen for it. */
    public ClaimedRecord taking(String chosen) {
        return copy(chosen, cursor, placed, pending, fields, tries, restarts, steps, doubt);
    }

    /** The record as it stands after one more step under the same claim. */
    public ClaimedRecord after(Conclusion conclusion) {
        if (conclusion instanceof Conclusion.Continue next) {
            return with(
                    next.cursor(), placed || next.placed(), pending || next.taken() != null, next.fields(), restarts);
        }
        if (conclusion instanceof Inquiry.GoOn next) {
            return in(doubt.at(next.cursor()));
        }
        if (conclusion instanceof Conclusion.Restart) {
            return with(null, placed, pending, fields.objectNode(), restarts + 1);
        }
        return this;
    }

    private ClaimedRecord with(
            JsonNode newCursor, boolean nowPlaced, boolean nowPending, ObjectNode newFields, int newRestarts) {
        return copy(generation, newCursor, nowPlaced, nowPending, newFields, 0, newRestarts, steps + 1, doubt);
    }

    private ClaimedRecord copy(
            String newGeneration,
            JsonNode newCursor,
            boolean nowPlaced,
            boolean nowPending,
            ObjectNode newFields,
            int newTries,
            int newRestarts,
            int newSteps,
            Doubt newDoubt) {
        return new ClaimedRecord(
                id,
                claim,
                batch,
                tenant,
                interfaceName,
                document,
                content,
                mappingVersion,
                form,
                urgency,
                newGeneration,
                newCursor,
                nowPlaced,
                nowPending,
                callGroup,
                codesUsed,
                newFields,
                newTries,
                newRestarts,
                newSteps,
                newDoubt);
    }

    @Override
    public String toString() {
        return "record " + id + " (" + tenant + ", " + interfaceName + ")";
    }
}
