package io.hcpnbridge.campaign;

/** How large a part of the campaign is: full with {@code -P campaign}, a slice elsewhere, or as a system property says. */
final class Size {
    static final long SEED = Long.getLong("campaign.seed", 1);

    /** Only {@code -P campaign} sets a seed. */
    static final boolean FULL = System.getProperty("campaign.seed") != null;

    private Size() {}

    static int of(String property, int full, int slice) {
        return Integer.getInteger("campaign." + property, FULL ? full : slice);
    }
}
