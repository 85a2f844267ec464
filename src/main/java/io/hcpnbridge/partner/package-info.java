/**
 * The vocabulary of a call to the partner API: the request that a mapping asks for, who asks and with what credential, and the judgement;
 * {@link io.hcpnbridge.partner.PartnerCall} carries them through the steps. Knows {@code json} and {@code secret} only;
 * the packages below it (settings, credential, signing, call, judgement) know it.
 */
package io.hcpnbridge.partner;
