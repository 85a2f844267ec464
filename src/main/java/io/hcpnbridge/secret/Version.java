package io.hcpnbridge.secret;

/** A value from the time it came into use until another takes its place. What is made of it can ask whether it is still good. */
public final class Version<T> {
    private final T value;
    private volatile boolean replaced;

    Version(T value) {
        this.value = value;
    }

    public T value() {
        return value;
    }

    /** Whether there is a newer value: what is under way goes on with this one, nothing new is begun with it. */
    public boolean isReplaced() {
        return replaced;
    }

    void replace() {
        replaced = true;
    }

    @Override
    public String toString() {
        return replaced ? "Version[replaced]" : "Version[in use]";
    }
}
