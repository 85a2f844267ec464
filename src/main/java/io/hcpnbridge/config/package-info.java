/** What every part needs to reject bad settings at the start, a line for each. */
@Knows
package io.hcpnbridge.config;

import io.hcpnbridge.law.Knows;
