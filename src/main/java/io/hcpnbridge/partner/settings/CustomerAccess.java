package io.hcpnbridge.partner.settings;

import java.util.Locale;

/** How a tenant comes by the credential of a customer whose keys are not configured. */
public enum CustomerAccess {
    /** Temporary keys from IAM, asked for with the partner's own keys. */
    TEMPORARY_KEYS,
    /** A token of the customer from IAM, asked for with a token of the partner. */
    TOKEN,
    /** Not at all: only configured keys are used. */
    CONFIGURED;

    /** As configuration and routes write it: {@code temporary-keys}, {@code token}, {@code configured}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
