/** The end of a process that has run out of memory. Knows nobody. */
package io.hcpnbridge.memory;
