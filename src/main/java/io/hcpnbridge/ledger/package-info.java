/**
 * The adapter's only memory: batches, records, attempts, answers and pauses in PostgreSQL, one class per concern with its
 * SQL in sight. Knows {@code json} and nothing else of the adapter.
 */
package io.hcpnbridge.ledger;
