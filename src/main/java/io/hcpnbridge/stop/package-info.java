/** The adapter is asked to stop: what is begun is finished, what is not begun is left to others. */
@Knows
package io.hcpnbridge.stop;

import io.hcpnbridge.law.Knows;
