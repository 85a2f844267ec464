package io.hcpnbridge.cutover;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Which documents belong to a share: always the same ones, and with a larger share those of the smaller one as well.
 *
 * @param percent of 100
 * @param of what it is a share; documents that belong to one share do not for that belong to another
 */
record Share(int percent, String of) {
    private static final int ALL = 100;

    boolean has(String tenant, String interfaceName, String document) {
        var hash = new CRC32();
        hash.update(String.join("\n", of, tenant, interfaceName, document).getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % ALL < percent;
    }
}
