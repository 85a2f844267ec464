/**
 * Composes the answer to a batch in the ERP's format and hands it out for delivery. Knows {@code erp}, {@code ledger},
 * {@code replica} and {@code mapping}.
 */
package io.hcpnbridge.answer;
