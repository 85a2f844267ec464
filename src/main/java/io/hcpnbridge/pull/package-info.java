/**
 * Scheduled pulls: batches that a schedule makes instead of the ERP, one per tenant and period.
 */
@Knows({
    "config",
    "erp",
    "intake",
    "json",
    "ledger",
    "log",
    "mapping",
    "mapping.definition",
    "mapping.format",
    "mapping.problem",
    "partner.settings",
    "route",
    "text"
})
package io.hcpnbridge.pull;

import io.hcpnbridge.law.Knows;
