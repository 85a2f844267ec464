/**
 * SDK-HMAC-SHA256: canonical request, string to sign, signature, headers, each a step of its own. What is signed is what
 * leaves: {@link io.hcpnbridge.partner.SignedRequest} holds it until it is put on the wire.
 */
@Knows({"partner", "partner.settings", "secret", "text"})
package io.hcpnbridge.partner.signing;

import io.hcpnbridge.law.Knows;
