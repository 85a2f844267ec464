/**
 * {@code --bridge.try}: what the adapter would do with a file, told without settings, database, network or port. It reads, checks, maps
 * and answers by what the running adapter uses; nothing of Spring is started and nothing of Camel.
 */
@Knows({
    "check.mapping",
    "config",
    "cutover",
    "erp",
    "intake.rules",
    "json",
    "ledger",
    "mapping",
    "mapping.definition",
    "mapping.format",
    "mapping.message",
    "mapping.problem",
    "partner",
    "partner.call",
    "partner.settings",
    "partner.signing",
    "replay",
    "request",
    "text"
})
package io.hcpnbridge.tryout;

import io.hcpnbridge.law.Knows;
