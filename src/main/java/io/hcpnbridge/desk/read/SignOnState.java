package io.hcpnbridge.desk.read;

import java.util.List;
import java.util.SortedMap;

/**
 * How customers sign on.
 *
 * @param refused at the port of this replica since its start, by rule
 */
public record SignOnState(List<OfTenant> tenants, SortedMap<String, Long> refused) {
    /**
     * A tenant's.
     *
     * @param links of the last days
     * @param bindings the last ones, the last first
     */
    public record OfTenant(String tenant, Links links, List<Binding> bindings) {}

    /**
     * What became of links.
     *
     * @param made in all
     * @param used the partner was told who is there
     * @param expired unused
     * @param open can still be used
     */
    public record Links(long made, long used, long expired, long open) {
        static final Links NONE = new Links(0, 0, 0, 0);
    }
}
