/**
 * Traces of documents for OpenTelemetry: intake, wait, calls and answer of each, as the ledger knows them, told once the answer is delivered. So
 * nothing of the work waits for them, they are right over restarts and replicas, and they hold no more than the ledger's own story does: no
 * content, no request, no answer.
 */
@Knows({"config", "ledger", "replica", "stop"})
package io.hcpnbridge.tracing;

import io.hcpnbridge.law.Knows;
