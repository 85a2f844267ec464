package io.hcpnbridge.config;

/** A property that is missing or wrong: stops the start with one line that says what to set. */
public final class InvalidConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String property;
    private final String advice;

    /**
     * @param property the property's full name, e.g. {@code operator.password}
     * @param advice what is wrong and what to set, the rest of a sentence that begins with the property; never a secret's value
     */
    public InvalidConfigurationException(String property, String advice) {
        super((property + " " + advice).replaceAll("\\p{Cntrl}+", " "));
        this.property = property;
        this.advice = advice;
    }

    /** The property's full name. */
    public String property() {
        return property;
    }

    /** What is wrong and what to set. */
    public String advice() {
        return advice;
    }
}
