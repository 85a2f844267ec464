/**
 * Scheduled pulls: batches that a schedule makes instead of the ERP, one per tenant and period. Knows {@code erp}, {@code intake},
 * {@code ledger}, {@code mapping}, {@code route} and the tenants of {@code partner.settings}.
 */
package io.hcpnbridge.pull;
