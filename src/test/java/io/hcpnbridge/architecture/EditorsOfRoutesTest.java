package io.hcpnbridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All files open in Kaoto and in any editor that knows Camel's own schema of its YAML. They know no placeholder where it wants a
 * number, true or false, though Camel itself does.
 */
class EditorsOfRoutesTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonSchema SCHEMA = schema();

    static List<Path> files() throws IOException {
        try (var files = Files.list(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsWhatTheSchemaWants(Path file) throws IOException {
        assertThat(SCHEMA.validate(YAML.readTree(Files.readAllBytes(file)))).isEmpty();
    }

    @Test
    void aPlaceholderInsteadOfTrueIsRefused() throws IOException {
        JsonNode routes = YAML.readTree("- route: {autoStartup: '{{x}}', from: {uri: 'direct:x', steps: []}}");

        assertThat(SCHEMA.validate(routes)).singleElement().asString().contains("autoStartup");
    }

    private static JsonSchema schema() {
        try (var json = EditorsOfRoutesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            var config = SchemaValidatorsConfig.builder()
                    .cacheRefs(false)
                    .preloadJsonSchema(false)
                    .build();
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(new ObjectMapper().readTree(json), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
