/**
 * The ERP's queues: how the broker is reached, which names and headers are let in and out, and whether it is there.
 */
@Knows({"config", "erp", "secret", "stop"})
package io.hcpnbridge.erp.queue;

import io.hcpnbridge.law.Knows;
