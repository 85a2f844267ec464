/** The queue side, end to end: what an ERP may send, what it hears, and what survives. Real broker, real PostgreSQL, stand-in partner. */
package io.hcpnbridge.endtoend.queues;
