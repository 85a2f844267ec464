/** What a person does at the desk: carried out by the ledger's own operations and written down in the same transaction. */
@Knows({"desk.read", "ledger", "pull"})
package io.hcpnbridge.desk.act;

import io.hcpnbridge.law.Knows;
