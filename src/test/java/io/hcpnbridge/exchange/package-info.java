/** What is kept of calls, on a real PostgreSQL: encrypted, masked, rotated, and shown again. */
package io.hcpnbridge.exchange;
