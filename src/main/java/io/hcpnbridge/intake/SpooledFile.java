package io.hcpnbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the ERP on local disk, so that it can be read twice and never lies in memory.
 *
 * @param contentHash hex SHA-256 of its bytes
 */
record SpooledFile(Path path, String contentHash, long size) implements AutoCloseable {
    static SpooledFile of(InputStream content) throws IOException {
        var path = Files.createTempFile("bridge-", ".in");
        try {
            var digest = new DigestInputStream(content, sha256());
            var size = Files.copy(digest, path, StandardCopyOption.REPLACE_EXISTING);
            return new SpooledFile(
                    path, HexFormat.of().formatHex(digest.getMessageDigest().digest()), size);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
