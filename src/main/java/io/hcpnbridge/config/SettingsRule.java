package io.hcpnbridge.config;

/** What settings must be beyond what each group says of itself. Asked at every start before anything else is made. */
@FunctionalInterface
public interface SettingsRule {
    /** Adds everything that is wrong. */
    void check(BoundSettings settings, Faults faults);
}
