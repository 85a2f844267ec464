package io.hcpnbridge.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;

/**
 * Settings that cannot be bound (an unknown word, no number, a misspelt name), in one line. The value itself is shown only
 * where a fixed set of words is expected: anything else could be a secret in the wrong place.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            Duration.class, "a duration such as 30s",
            DataSize.class, "a size such as 16MB",
            Integer.class, "a whole number",
            boolean.class, "true or false");

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        if (findCause(rootFailure, InvalidConfigurationException.class) != null) {
            return null;
        }
        UnboundConfigurationPropertiesException unknown =
                findCause(cause, UnboundConfigurationPropertiesException.class);
        return new FailureAnalysis(unknown == null ? wrongValue(cause) : unknownNames(unknown), null, cause);
    }

    private static String unknownNames(UnboundConfigurationPropertiesException unknown) {
        return unknown.getUnboundProperties().stream()
                .map(property -> property.getName() + " is not a setting: remove it or correct its name")
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String wrongValue(BindException cause) {
        Class<?> type = cause.getTarget().getType().toClass();
        ConfigurationProperty property = cause.getProperty();
        if (type.isEnum() && property != null) {
            String words = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            String value = String.valueOf(property.getValue()).replaceAll("\\p{Cntrl}+", " ");
            return cause.getName() + " is '" + value + "': set one of " + words;
        }
        return cause.getName() + " cannot be read: set " + EXAMPLES.getOrDefault(type, "another value");
    }
}
