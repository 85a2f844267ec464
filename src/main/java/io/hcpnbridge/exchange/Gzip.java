package io.hcpnbridge.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses fast rather than well. */
final class Gzip {
    /** No content is larger; what claims to be was not written by the adapter. */
    private static final int MOST = 1 << 23;

    private Gzip() {}

    static byte[] compressed(byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (var gzip = new Fast(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
        return compressed.toByteArray();
    }

    /** @throws UnreadableExchangeException if it was not compressed by this */
    static byte[] expanded(byte[] compressed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return gzip.readNBytes(MOST);
        } catch (IOException e) {
            throw new UnreadableExchangeException("is not compressed as it should be");
        }
    }

    private static final class Fast extends GZIPOutputStream {
        Fast(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
