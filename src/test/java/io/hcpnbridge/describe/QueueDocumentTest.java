package io.hcpnbridge.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.hcpnbridge.erp.queue.QueueProperties;
import io.hcpnbridge.json.ExactJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import org.yaml.snakeyaml.Yaml;

/** {@code --as=asyncapi}: a document of the official schema, and what stands in messages is what the adapter reads and writes. */
class QueueDocumentTest {
    private static final JsonSchema OFFICIAL = official();

    static Stream<String> interfaces() {
        return Described.interfaces();
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void theDocumentIsOfAsyncApi(String name) {
        assertThat(OFFICIAL.validate(document(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/info, title, 1",
        "/channels/request, adress, 1",
        "/channels/request/bindings/jms, destinationType, pile",
        "/operations/ask, action, eat",
        "/operations/ask/reply/address, location, JMSReplyTo",
        "/components/messages/reply, headers, 1",
        "/components/schemas/answer, type, thing",
    })
    void aMistakeInItIsRefused(String place, String member, String wrong) {
        var document = document("orders.renew");
        ((ObjectNode) document.at(place)).set(member, ExactJson.read(wrong.matches("\\d") ? wrong : '"' + wrong + '"'));

        assertThat(OFFICIAL.validate(document)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void itsReferencesLeadToSomething(String name) {
        var document = document(name);

        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isObject())
                .as(reference)
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void samplesAreWhatItsMessagesHold(String name) throws IOException {
        for (var sample : Described.samples(name, "(?!recorded|refused-.*\\.in).*\\.json")) {
            var message = sample.toString().contains(".in.") ? "request" : "reply";
            var document = document(name);
            var schema = ExactJson.mapper().createObjectNode();
            schema.set("$ref", document.at("/components/messages/" + message + "/payload/$ref"));
            schema.set("components", document.get("components"));

            assertThat(factory(VersionFlag.V7).getSchema(schema).validate(ExactJson.read(Files.readString(sample))))
                    .as(sample.toString())
                    .isEmpty();
        }
    }

    @Test
    void onlyAnInterfaceThatTellsChangesHasEvents() {
        assertThat(document("customers.associations").at("/channels/event").isObject())
                .isTrue();
        assertThat(document("orders.renew").findValue("event")).isNull();
    }

    @Test
    void thePropertiesOfARequestAreThoseThatAreLetIn() {
        var properties = document("orders.renew").at("/components/messages/request/headers/properties");
        var letIn = Binder.get(new MockEnvironment())
                .bindOrCreate("erp.queue", QueueProperties.class)
                .properties();

        assertThat(properties.fieldNames())
                .toIterable()
                .containsAll(letIn)
                .contains("traceparent")
                .hasSize(letIn.size() + 1);
    }

    private static ObjectNode document(String name) {
        return ExactJson.mapper().valueToTree(new Yaml().load(Described.as("asyncapi", name)));
    }

    private static JsonSchema official() {
        try {
            return factory(VersionFlag.V7)
                    .getSchema(ExactJson.read(Files.readAllBytes(Path.of("src/test/resources/asyncapi/3.0.0.json"))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonSchemaFactory factory(VersionFlag version) {
        return JsonSchemaFactory.getInstance(version);
    }
}
