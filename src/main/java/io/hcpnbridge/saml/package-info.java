/**
 * The adapter as SAML 2.0 identity provider towards one service provider, the partner cloud: its metadata, the requests it takes, the
 * assertions it makes. Knows messages and keys; who a person is, and which request belongs to which browser, is known elsewhere.
 */
@Knows("config")
package io.hcpnbridge.saml;

import io.hcpnbridge.law.Knows;
