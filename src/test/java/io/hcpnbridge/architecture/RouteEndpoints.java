package io.hcpnbridge.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.route.RouteText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;

/** Every endpoint against Camel's catalog and what the own component says of itself: component, path and options exist and have values of the right kind. */
final class RouteEndpoints {
    /** What could stand for a placeholder in a path, by its name; the first that fits. */
    private static final Map<Pattern, String> PLAUSIBLE = plausible();

    private final CamelCatalog catalog = catalog();

    private static CamelCatalog catalog() {
        var catalog = new DefaultCamelCatalog(true);
        try (var pulse = RouteEndpoints.class.getResourceAsStream("/META-INF/io/hcpnbridge/pulse/pulse.json")) {
            catalog.addComponent(
                    "pulse",
                    "io.hcpnbridge.pulse.PulseComponent",
                    new String(pulse.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalog;
    }

    List<String> problems(RouteText file) {
        List<String> problems = new ArrayList<>();
        walk(file, "", file.tree(), problems);
        return problems;
    }

    private void walk(RouteText file, String pointer, JsonNode node, List<String> problems) {
        if (node.path("uri").isTextual()) {
            check(file, pointer, node, problems);
        }
        node.fields().forEachRemaining(member -> {
            String below = pointer + "/" + member.getKey();
            boolean shorthand = member.getValue().isTextual() && isSender(member.getKey());
            if (shorthand) {
                add(file, below, validated(member.getValue().asText(), false), problems);
            } else {
                walk(file, below, member.getValue(), problems);
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(file, pointer + "/" + i, node.get(i), problems);
            }
        }
    }

    private void check(RouteText file, String pointer, JsonNode node, List<String> problems) {
        String uri = node.path("uri").asText();
        StringBuilder joined = new StringBuilder(uri);
        for (Map.Entry<String, JsonNode> parameter : node.path("parameters").properties()) {
            joined.append(joined.indexOf("?") < 0 ? '?' : '&')
                    .append(parameter.getKey())
                    .append('=')
                    .append(encoded(parameter.getValue().asText()));
        }
        add(file, pointer + "/uri", validated(joined.toString(), pointer.endsWith("/from")), problems);
    }

    private EndpointValidationResult validated(String uri, boolean consumer) {
        int start = uri.indexOf('?');
        String path = start < 0 ? uri : uri.substring(0, start);
        for (var plausible : PLAUSIBLE.entrySet()) {
            path = plausible.getKey().matcher(path).replaceAll(plausible.getValue());
        }
        String options = start < 0 ? "" : uri.substring(start);
        return catalog.validateEndpointProperties(path + options, true, consumer, !consumer);
    }

    private static void add(RouteText file, String pointer, EndpointValidationResult result, List<String> problems) {
        if (!result.isSuccess() || result.getUnknownComponent() != null) {
            String reason = result.summaryErrorMessage(false, false, true)
                    .strip()
                    .replaceAll("\\s*\\R\\s*", ": ")
                    .replaceAll(" {2,}", ": ");
            problems.add(RouteIds.at(file, pointer) + ": " + reason);
        }
    }

    private static Map<Pattern, String> plausible() {
        Map<Pattern, String> values = new LinkedHashMap<>();
        values.put(Pattern.compile("(?i)\\{\\{[^}]*port(:[^}]*)?}}"), "22");
        values.put(Pattern.compile("(?i)\\{\\{[^}]*(endpoint|url)(:[^}]*)?}}"), "https://example.org");
        values.put(Pattern.compile("\\{\\{[^}]*}}|\\$\\{[^}]*}"), "x");
        return values;
    }

    private static boolean isSender(String key) {
        return List.of("to", "toD", "from").contains(key);
    }

    /** Placeholders stay as they are: the catalog knows them. */
    private static String encoded(String value) {
        return value.startsWith("{{")
                ? value
                : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
