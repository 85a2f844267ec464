package io.hcpnbridge.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A batch on local disk, so that it can be read twice and never lies in memory.
 *
 * @param contentHash hex SHA-256 of its bytes
 */
record SpooledFile(Path path, String contentHash, long size) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
