/** Texts from outside, as they are compared with what is known and shown to people. */
@Knows
package io.hcpnbridge.text;

import io.hcpnbridge.law.Knows;
