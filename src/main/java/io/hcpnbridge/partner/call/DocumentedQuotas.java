package io.hcpnbridge.partner.call;

import java.util.Map;

/** The quotas that the partner documents of its APIs. */
@FunctionalInterface
public interface DocumentedQuotas {
    /** Calls a second, by API; without those of which nothing is known. */
    Map<String, Integer> byApi();
}
