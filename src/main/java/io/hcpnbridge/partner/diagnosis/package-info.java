/**
 * Why a gateway has refused a signature, in plain words: its canonical request against ours, its clock against this machine's. Tells no
 * key, no signature, no token and no value of a query.
 */
@Knows({"partner", "text"})
package io.hcpnbridge.partner.diagnosis;

import io.hcpnbridge.law.Knows;
