/**
 * The way of the ERP's customers to the partner cloud: links that the ERP asks for, a port of its own that browsers and the partner reach,
 * and nothing else on it. Who a person is stands in the ledger, what is said of it in {@code saml}.
 *
 * <p>Source: the manual's Web UI mode (sign-on of customers, binding of accounts).
 */
@Knows({"config", "json", "ledger", "partner.settings", "saml", "secret", "text"})
package io.hcpnbridge.portal;

import io.hcpnbridge.law.Knows;
