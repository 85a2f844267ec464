package io.hcpnbridge.mapping.definition;

import java.util.List;

/**
 * Records of a batch that agree in some fields go into one call.
 *
 * @param by the fields
 * @param atMost records in one call
 */
public record Together(List<String> by, int atMost) {
    public Together {
        by = List.copyOf(by);
    }
}
