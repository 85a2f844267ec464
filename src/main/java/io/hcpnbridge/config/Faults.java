package io.hcpnbridge.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what is wrong with settings, so that all of it is said at once. */
public final class Faults {
    private final List<InvalidConfigurationException> found = new ArrayList<>();
    private final Set<String> explained = new HashSet<>();
    private final String prefix;

    /** Of whatever is named in full. */
    public Faults() {
        this("");
    }

    /** @param prefix of the properties that are named, with its dot */
    public Faults(String prefix) {
        this.prefix = prefix;
    }

    /** A property that is wrong; the words are those of {@link InvalidConfigurationException}. The first that is said of it counts. */
    public void add(String property, String advice) {
        add(new InvalidConfigurationException(prefix + property, advice));
    }

    /** Of this property nothing more is said: what is wrong with it follows from another fault. */
    public void explain(String property) {
        explained.add(property);
    }

    private void add(InvalidConfigurationException fault) {
        if (!explained.contains(fault.property())
                && found.stream().noneMatch(other -> other.property().equals(fault.property()))) {
            found.add(fault);
        }
    }

    public void require(boolean condition, String property, String advice) {
        if (!condition) {
            add(property, advice);
        }
    }

    /** What it gives, or null after keeping what is wrong with it. */
    public <T> T keep(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidConfigurationException e) {
            addAll(e);
            return null;
        }
    }

    /** All that it says. */
    public void addAll(InvalidConfigurationException told) {
        told.all().forEach(this::add);
    }

    public void addAll(Faults others) {
        others.found.forEach(this::add);
    }

    public List<InvalidConfigurationException> all() {
        return List.copyOf(found);
    }

    /** @throws InvalidConfigurationException with all of it, if anything is wrong */
    public void throwAny() {
        if (!found.isEmpty()) {
            throw InvalidConfigurationException.of(found);
        }
    }
}
