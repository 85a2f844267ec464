/**
 * The adapter's only memory: batches, records, attempts, answers and pauses in PostgreSQL, one class per concern with its
 * SQL in sight.
 */
@Knows({"config", "json", "secret", "text"})
package io.hcpnbridge.ledger;

import io.hcpnbridge.law.Knows;
