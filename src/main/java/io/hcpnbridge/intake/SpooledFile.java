package io.hcpnbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;

/**
 * A file of the ERP on local disk, so that it can be read twice and never lies in memory.
 *
 * @param contentHash hex SHA-256 of its bytes
 */
record SpooledFile(Path path, String contentHash, long size) implements AutoCloseable {
    static SpooledFile of(InputStream content) throws IOException {
        var path = Files.createTempFile("bridge-", ".in");
        try {
            var digest = new DigestInputStream(content, ContentHash.sha256());
            var size = Files.copy(digest, path, StandardCopyOption.REPLACE_EXISTING);
            return new SpooledFile(path, ContentHash.of(digest.getMessageDigest()), size);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
