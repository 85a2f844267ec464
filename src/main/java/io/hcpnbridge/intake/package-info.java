/**
 * Takes a batch in whole or refuses it whole: reads it through its format, checks it against its contract and writes it to the
 * ledger in one transaction. Knows {@code erp}, {@code ledger}, {@code mapping}, {@code version} and {@code partner} (which tenants
 * there are).
 */
package io.hcpnbridge.intake;
