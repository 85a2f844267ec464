/**
 * Login with the company's own identity provider (OpenID Connect, authorization code flow with PKCE), switched on by {@code desk.oidc.issuer}.
 *
 * <p>No token is kept but the one that says who somebody is, and nothing of a stranger: what a sign-on under way needs is in a cookie of the
 * browser, and a session begins with its end.
 */
@Knows({"config", "operate", "secret"})
package io.hcpnbridge.operate.signon;

import io.hcpnbridge.law.Knows;
