/**
 * The adapter's only memory: batches, records, attempts, answers and pauses in PostgreSQL, one class per concern with its
 * SQL in sight. Knows no other part.
 */
package io.hcpnbridge.ledger;
