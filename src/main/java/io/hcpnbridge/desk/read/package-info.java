/** What the desk shows, read from the ledger by questions that stay quick however long the ledger is. Nothing is changed here. */
@Knows({
    "cutover",
    "erp.queue",
    "intake.folder",
    "json",
    "ledger",
    "mapping",
    "mapping.definition",
    "mapping.format",
    "partner.call",
    "partner.settings",
    "pull",
    "text",
    "watch",
    "work"
})
package io.hcpnbridge.desk.read;

import io.hcpnbridge.law.Knows;
