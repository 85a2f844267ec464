/**
 * Takes a batch in whole or refuses it whole: reads it through its format, checks it against its contract and writes it to the
 * ledger in one transaction.
 */
@Knows({
    "config",
    "erp",
    "erp.queue",
    "erp.sftp",
    "intake.folder",
    "intake.rules",
    "json",
    "language",
    "ledger",
    "log",
    "mapping",
    "mapping.definition",
    "mapping.format",
    "mapping.message",
    "mapping.problem",
    "partner.settings",
    "text",
    "version"
})
package io.hcpnbridge.intake;

import io.hcpnbridge.law.Knows;
