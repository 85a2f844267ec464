/**
 * Watches the way from the old endpoints to the new ones: shadow reads, for which both generations are asked and the answers are compared, and
 * the errors of the new ones. The ERP hears nothing of it. What nobody has explained takes the tenant back to the old endpoints.
 */
@Knows({
    "config",
    "cutover",
    "exchange",
    "ledger",
    "mapping",
    "mapping.definition",
    "mapping.problem",
    "outcome",
    "partner",
    "partner.call",
    "partner.settings",
    "replica",
    "request",
    "stop",
    "text",
    "version",
    "work"
})
package io.hcpnbridge.shadow;

import io.hcpnbridge.law.Knows;
