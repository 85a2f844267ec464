package io.hcpnbridge.standin.state;

/** The two sites; their accounts are strangers to each other. */
public enum Site {
    CHINA("CNY"),
    INTERNATIONAL("USD");

    private final String currency;

    Site(String currency) {
        this.currency = currency;
    }

    /** Currency code of its orders unless seeded otherwise. */
    public String currency() {
        return currency;
    }
}
