package io.hcpnbridge.config;

import java.util.Optional;

/** Settings as they are given, for a {@link SettingsRule}. */
public interface BoundSettings {
    /** A group; empty if it has faults of its own, which are told already. */
    <T> Optional<T> group(Class<T> type);

    /** A single setting of somebody else's, such as Spring Boot's; empty if it is not set, or no such value. */
    <T> Optional<T> value(String property, Class<T> type);
}
