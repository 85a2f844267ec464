/** What the log says, and what nobody can make it say. */
package io.hcpnbridge.log;
