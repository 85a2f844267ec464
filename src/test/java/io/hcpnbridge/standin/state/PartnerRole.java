package io.hcpnbridge.standin.state;

/** What a partner is in Huawei's network; decides which APIs it may call. */
public enum PartnerRole {
    /** Tier 1: develops and manages resellers, acts for their customers by naming the reseller. */
    DISTRIBUTOR,
    /** Has sub-customers of its own; the main caller of the partner APIs. */
    SOLUTION_PROVIDER,
    /** Tier 2, below a distributor. */
    RESELLER
}
