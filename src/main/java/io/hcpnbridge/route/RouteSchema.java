package io.hcpnbridge.route;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Camel's own schema of its YAML: unknown keys, wrong types, missing parts. Camel itself ignores unknown keys. */
public final class RouteSchema {
    private static final String LOCATION = "/schema/camelYamlDsl.json";

    private final JsonSchema schema;

    public RouteSchema() {
        try (InputStream json = RouteSchema.class.getResourceAsStream(LOCATION)) {
            // The schema refers to itself everywhere: kept for every way that leads to them, its parts would fill a
            // small heap.
            var config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .cacheRefs(false)
                    .preloadJsonSchema(false)
                    .build();
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                    .getSchema(new ObjectMapper().readTree(json), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without those that merely follow from another: about what contains it, or about the short form of a step. */
    public List<RouteProblem> problems(RouteText file) {
        Set<ValidationMessage> messages = schema.validate(file.tree());
        return messages.stream()
                .filter(message -> !isPlaceholder(message))
                .filter(message -> messages.stream().noneMatch(other -> explains(other, message)))
                .sorted(Comparator.comparing(RouteSchema::pointer).thenComparing(ValidationMessage::getMessage))
                .map(message -> file.problem(pointer(message), text(message)))
                .distinct()
                .toList();
    }

    /** Camel puts a value of any type in its place. */
    private static boolean isPlaceholder(ValidationMessage message) {
        var value = message.getInstanceNode();
        return isAboutType(message) && value != null && value.asText().matches("\\{\\{[^{}]+}}");
    }

    private static boolean explains(ValidationMessage cause, ValidationMessage message) {
        boolean inside = pointer(cause).startsWith(pointer(message) + "/");
        boolean same = pointer(cause).equals(pointer(message));
        return inside || (same && isAboutType(message) && !isAboutType(cause));
    }

    private static boolean isAboutType(ValidationMessage message) {
        return "type".equals(message.getType());
    }

    private static String text(ValidationMessage message) {
        String text = message.getMessage();
        String prefix = pointer(message) + ": ";
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String pointer(ValidationMessage message) {
        return message.getInstanceLocation().toString();
    }
}
