package io.hcpnbridge.desk.read;

import java.time.Instant;

/**
 * A batch that came by a name.
 *
 * @param tenant null if it was refused before anybody knew
 * @param verdict {@code ACCEPTED}, or {@code REFUSED} as a whole
 */
public record FoundBatch(long id, String tenant, String interfaceName, String verdict, Instant receivedAt) {
    /** Where the desk shows it. */
    public String path() {
        return "/desk/batches/" + id;
    }
}
