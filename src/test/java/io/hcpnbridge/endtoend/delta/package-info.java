/** Answers that say what changed since the last one, end to end. */
package io.hcpnbridge.endtoend.delta;
