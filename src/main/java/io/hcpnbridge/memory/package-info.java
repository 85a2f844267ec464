/** The end of a process that has run out of memory. */
@Knows
package io.hcpnbridge.memory;

import io.hcpnbridge.law.Knows;
