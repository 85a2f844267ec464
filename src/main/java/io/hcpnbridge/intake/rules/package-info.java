/**
 * What a batch must be to be taken in: its header, each of its documents, its totals. Nothing is written here, so that a batch can be
 * tried without a ledger.
 */
@Knows({
    "json",
    "ledger",
    "mapping",
    "mapping.definition",
    "mapping.format",
    "mapping.problem",
    "partner.settings",
    "text"
})
package io.hcpnbridge.intake.rules;

import io.hcpnbridge.law.Knows;
