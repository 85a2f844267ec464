package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnerCallYamlTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final JsonNode route;

    PartnerCallYamlTest() throws IOException {
        route = YAML.readTree(Path.of("routes/partner-call.camel.yaml").toFile());
    }

    @Test
    void theFileIsWhatCamelsOwnSchemaAllows() throws IOException {
        try (InputStream schema = getClass().getResourceAsStream("/schema/camelYamlDsl.json")) {
            JsonSchema camel = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);

            assertThat(camel.validate(route)).isEmpty();
        }
    }

    @Test
    void everyStepHasAnIdAndADescription() {
        JsonNode steps = route.at("/0/route/from/steps");
        List<JsonNode> all = new ArrayList<>();
        steps.forEach(step -> step.forEach(all::add));
        route.findValue("doTry").path("steps").forEach(step -> step.forEach(all::add));

        assertThat(all).hasSizeGreaterThan(8).allSatisfy(step -> {
            assertThat(step.path("id").asText()).matches("[a-z]+(-[a-z]+)+");
            assertThat(step.path("description").asText()).isNotBlank();
        });
    }

    @Test
    void theIntentIsCommittedRightBeforeSigningAndSending() {
        assertThat(route.findValue("doTry").path("steps").findValuesAsText("id"))
                .containsSubsequence("keep-quota", "open-attempt", "sign-request", "send-request");
    }
}
