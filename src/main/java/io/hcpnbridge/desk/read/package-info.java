/** What the desk shows, read from the ledger by questions that stay quick however long the ledger is. Nothing is changed here. */
@Knows({"json", "ledger", "mapping", "mapping.definition", "mapping.format", "partner.settings", "pull", "text", "watch"})
package io.hcpnbridge.desk.read;

import io.hcpnbridge.law.Knows;
