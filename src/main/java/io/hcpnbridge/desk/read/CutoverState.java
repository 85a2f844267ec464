package io.hcpnbridge.desk.read;

import io.hcpnbridge.ledger.Cutover;
import java.util.Map;

/**
 * How far a tenant is on its way from the old endpoints to the new ones.
 *
 * @param configured which ones its configuration wants: {@code AUTO}, {@code OLD} or {@code NEW}
 * @param cutover as people have set it; null: all goes as configured
 * @param compared reads that both were asked for since then, by verdict
 * @param waiting reads that are still to be compared
 */
public record CutoverState(
        String tenant, String configured, Cutover cutover, Map<String, Long> compared, long waiting) {}
