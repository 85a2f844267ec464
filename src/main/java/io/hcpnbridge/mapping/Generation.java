package io.hcpnbridge.mapping;

import java.util.Locale;

/** Generation of the partner's endpoints: {@code old} is v1.0, {@code new} is v2 or v3. */
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
