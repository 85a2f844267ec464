package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hcpnbridge.docs.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The settings that somebody reads: the adapter's own, and those that Spring Boot, Camel and others describe in their jars. */
final class KnownSettings {
    private static final String DESCRIPTIONS = "classpath*:META-INF/spring-configuration-metadata.json";

    private final Set<String> described = new TreeSet<>();
    private final Pattern own;

    KnownSettings() {
        own = Pattern.compile(Settings.all().keySet().stream()
                .map(name ->
                        name.replace(".", "\\.").replaceAll("\\\\\\.<[a-z]+>", "(\\\\.[^.\\\\[]+|\\\\[[^\\\\]]+\\\\])"))
                .collect(Collectors.joining("|")));
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(DESCRIPTIONS)) {
                JsonNode properties = new ObjectMapper()
                        .readTree(resource.getContentAsByteArray())
                        .path("properties");
                properties.forEach(
                        property -> described.add(property.path("name").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody reads it; the elements of a list have its name. */
    boolean has(String property) {
        var name = property.replaceAll("\\[\\d+\\]$", "");
        return own.matcher(name).matches() || described.contains(name);
    }
}
