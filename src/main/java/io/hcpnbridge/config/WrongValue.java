package io.hcpnbridge.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * What to say of a value that its setting cannot hold. The value itself is shown only where a fixed set of words is expected:
 * anything else could be a secret in the wrong place.
 */
public final class WrongValue {
    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            Duration.class, "a duration such as 30s",
            DataSize.class, "a size such as 16MB",
            Integer.class, "a whole number",
            int.class, "a whole number",
            boolean.class, "true or false",
            Boolean.class, "true or false");

    private WrongValue() {}

    /**
     * The rest of a sentence that begins with the property.
     *
     * @param property null if it is not known where the value comes from
     */
    public static String advice(Class<?> type, ConfigurationProperty property) {
        if (type.isEnum() && property != null) {
            String words = Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", "));
            String value = String.valueOf(property.getValue()).replaceAll("\\p{Cntrl}+", " ");
            return "is '" + value + "': set one of " + words;
        }
        return "cannot be read: set " + EXAMPLES.getOrDefault(type, "another value");
    }
}
