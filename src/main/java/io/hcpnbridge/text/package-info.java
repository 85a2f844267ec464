/** Texts from outside, as they are compared with what is known and shown to people; and what people are told, in both languages. */
@Knows
package io.hcpnbridge.text;

import io.hcpnbridge.law.Knows;
