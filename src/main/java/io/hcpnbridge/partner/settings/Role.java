package io.hcpnbridge.partner.settings;

import java.util.Locale;

/** What a partner account is in the partner network; some APIs are offered to one kind only. */
public enum Role {
    /** 解决方案提供商: direct partner with customers of its own. */
    SOLUTION_PROVIDER,
    /** 华为云总经销商: develops resellers, acts for their customers. */
    DISTRIBUTOR,
    /** 云经销商: sells under a distributor. */
    RESELLER;

    /** As configuration and mappings write it, e.g. {@code solution-provider}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
