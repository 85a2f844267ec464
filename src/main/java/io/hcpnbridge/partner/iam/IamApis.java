package io.hcpnbridge.partner.iam;

import java.util.Set;

/** The names of IAM's APIs, as quotas know them. */
public final class IamApis {
    static final String TEMPORARY_KEYS = "iam-temporary-keys";
    static final String CUSTOMER_TOKEN = "iam-customer-token";
    static final String PARTNER_TOKEN = "iam-partner-token";

    public static final Set<String> ALL = Set.of(TEMPORARY_KEYS, CUSTOMER_TOKEN, PARTNER_TOKEN);

    private IamApis() {}
}
