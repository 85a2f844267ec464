/** JSON as the adapter reads and writes it: decimals stay exactly as they came. */
@Knows
package io.hcpnbridge.json;

import io.hcpnbridge.law.Knows;
