package io.hcpnbridge.partner.settings;

/** A setting that the program cannot start with; its message is one line that says what to set. */
public final class InvalidConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String property;

    /**
     * @param property full name, such as {@code partner.tenants.acme.secret-key}
     * @param whatToSet rest of the sentence that begins with the property; must not hold a secret
     */
    public InvalidConfigurationException(String property, String whatToSet) {
        super((property + " " + whatToSet).replaceAll("\\p{Cntrl}+", " "));
        this.property = property;
    }

    public String property() {
        return property;
    }
}
