/**
 * The vocabulary of a call to the partner API: the request that a mapping asks for, who asks and with what credential, and the judgement;
 * {@link io.hcpnbridge.partner.PartnerCall} carries them through the steps.
 */
@Knows({"json", "secret", "text"})
package io.hcpnbridge.partner;

import io.hcpnbridge.law.Knows;
