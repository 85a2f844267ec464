package io.hcpnbridge.tracing;

import io.hcpnbridge.ledger.TracedRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A document's trace: that of the message it came with, else one that follows from its key, so that every replica gives it the same name.
 *
 * @param id 32 hexadecimal digits
 * @param parent 16 hexadecimal digits, the span of the sender; null: none
 * @param sampled whether the sender wants it to be kept; null if there is none
 */
record TraceName(String id, String parent, Boolean sampled) {
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final int ALL = 100;
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    /** @param traceParent of the message; null or of another form: none */
    static TraceName of(TracedRecord record, String traceParent) {
        var given = traceParent == null ? null : TRACE_PARENT.matcher(traceParent);
        if (record.first() && given != null && given.matches()) {
            var flags = Integer.parseInt(given.group(3), TRACE_BYTES);
            return new TraceName(given.group(1), given.group(2), (flags & 1) == 1);
        }
        return new TraceName(hash(TRACE_BYTES, record.tenant(), record.interfaceName(), record.document()), null, null);
    }

    /** Whether it is among so many of 100; always the same. */
    boolean isKept(int percent) {
        return sampled == null ? Integer.parseUnsignedInt(id.substring(0, 8), 16) % ALL < percent : sampled;
    }

    /** The name of a span in it; a message may have several documents. */
    String span(TracedRecord record, String... parts) {
        return hash(SPAN_BYTES, id, String.valueOf(record.id()), String.join("\n", parts));
    }

    private static String hash(int bytes, String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
