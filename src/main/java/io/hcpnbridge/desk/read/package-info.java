/** What the desk shows, read from the ledger by questions that stay quick however long the ledger is. Nothing is changed here. */
@Knows({"json", "ledger", "mapping", "partner.settings", "pull", "text"})
package io.hcpnbridge.desk.read;

import io.hcpnbridge.law.Knows;
