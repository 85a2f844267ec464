package io.hcpnbridge.mapping;

import java.util.Locale;

/** Generation of the partner's order endpoints: {@code old} is v1.0 order-mgr, {@code new} is v2/v3 orders. */
public enum Generation {
    OLD,
    NEW;

    /** "old" or "new", as configuration, mapping files and the ledger write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text();
    }
}
