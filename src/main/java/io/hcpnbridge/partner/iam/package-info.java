/**
 * Credentials of customers from IAM (authentication, sections 5.1 to 5.3): what is asked, one conversation at a time for each tenant,
 * and what becomes of the answers. The order of the steps stands in {@code routes/customer-credential.camel.yaml}.
 */
@Knows({"config", "json", "partner", "partner.credential", "partner.judgement", "partner.settings", "secret", "text"})
package io.hcpnbridge.partner.iam;

import io.hcpnbridge.law.Knows;
