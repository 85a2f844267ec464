package io.hcpnbridge.chart;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judge of objects that Kubernetes itself does not know. Their schemas are ours and name only what the chart may use, so that
 * a misspelt field does not pass as one of the many others.
 */
final class CustomResources {
    private static final Path FOLDER = Path.of("src/test/resources/chart/custom-resources");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, Optional<JsonSchema>> KINDS = new ConcurrentHashMap<>();

    private CustomResources() {}

    static boolean knows(Manifest manifest) {
        return schema(manifest.kind()).isPresent();
    }

    /** What is wrong with the manifest; empty if nothing is. */
    static List<String> problems(Manifest manifest) {
        return schema(manifest.kind()).orElseThrow().validate(manifest.tree()).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static Optional<JsonSchema> schema(String kind) {
        return KINDS.computeIfAbsent(kind, name -> {
            var file = FOLDER.resolve(name + ".yaml");
            return Files.exists(file) ? Optional.of(SCHEMAS.getSchema(Yaml.one(Chart.text(file)))) : Optional.empty();
        });
    }
}
