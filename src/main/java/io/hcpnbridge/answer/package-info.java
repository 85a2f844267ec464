/**
 * Composes the answer to a batch in the ERP's format and hands it out for delivery. Knows {@code erp}, {@code ledger},
 * {@code mapping}, {@code replica} and {@code version}.
 */
package io.hcpnbridge.answer;
