/** Scheduled pulls, end to end. */
package io.hcpnbridge.endtoend.pull;
