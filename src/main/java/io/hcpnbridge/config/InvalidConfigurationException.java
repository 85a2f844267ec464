package io.hcpnbridge.config;

import java.util.List;
import java.util.stream.Collectors;

/** Properties that are missing or wrong: stops the start with one line for each that says what to set. */
public final class InvalidConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String property;
    private final String advice;
    private final transient List<InvalidConfigurationException> all;

    /**
     * @param property the property's full name, e.g. {@code operator.password}
     * @param advice what is wrong and what to set, the rest of a sentence that begins with the property; never a secret's value
     */
    public InvalidConfigurationException(String property, String advice) {
        super((property + " " + advice).replaceAll("\\p{Cntrl}+", " "));
        this.property = property;
        this.advice = advice;
        this.all = List.of(this);
    }

    private InvalidConfigurationException(List<InvalidConfigurationException> all) {
        super(all.stream().map(Throwable::getMessage).distinct().collect(Collectors.joining("\n")));
        this.property = all.get(0).property;
        this.advice = all.get(0).advice;
        this.all = List.copyOf(all);
    }

    /** Several in one. */
    static InvalidConfigurationException of(List<InvalidConfigurationException> all) {
        return all.size() == 1 ? all.get(0) : new InvalidConfigurationException(all);
    }

    /** Each by itself. */
    public List<InvalidConfigurationException> all() {
        return all == null ? List.of(this) : all;
    }

    /** The property's full name; of several the first one's. */
    public String property() {
        return property;
    }

    /** What is wrong and what to set. */
    public String advice() {
        return advice;
    }
}
