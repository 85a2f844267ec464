/**
 * Composes the answer to a batch in the ERP's format and hands it out for delivery.
 */
@Knows({
    "answer.text",
    "config",
    "erp",
    "erp.queue",
    "erp.sftp",
    "json",
    "language",
    "ledger",
    "log",
    "mapping",
    "mapping.definition",
    "mapping.format",
    "mapping.message",
    "replica",
    "text",
    "version"
})
package io.hcpnbridge.answer;

import io.hcpnbridge.law.Knows;
