/**
 * Takes a batch in whole or refuses it whole: reads it through its format, checks it against its contract and writes it to the
 * ledger in one transaction. Knows {@code mapping}, {@code ledger}, {@code partner} (which tenants there are) and {@code erp}.
 */
package io.hcpnbridge.intake;
