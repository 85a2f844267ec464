package io.hcpnbridge.answer;

import io.hcpnbridge.ledger.AnswerLedger;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes an answer into the ledger in parts, holding one of them. */
class AnswerParts extends OutputStream {
    private static final int PART_SIZE = 256 * 1024;

    private final AnswerLedger ledger;
    private final long batch;
    private final int edition;
    private final byte[] part = new byte[PART_SIZE];
    private int filled;
    private int written;

    AnswerParts(AnswerLedger ledger, long batch, int edition) {
        this.ledger = ledger;
        this.batch = batch;
        this.edition = edition;
    }

    @Override
    public void write(int value) {
        part[filled++] = (byte) value;
        if (filled == part.length) {
            store();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        var done = 0;
        while (done < length) {
            var count = Math.min(length - done, part.length - filled);
            System.arraycopy(bytes, offset + done, part, filled, count);
            filled += count;
            done += count;
            if (filled == part.length) {
                store();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            store();
        }
    }

    private void store() {
        ledger.addPart(batch, edition, written++, Arrays.copyOf(part, filled));
        filled = 0;
    }
}
