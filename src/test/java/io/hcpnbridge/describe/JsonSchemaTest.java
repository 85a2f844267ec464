package io.hcpnbridge.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --as=json-schema}: requests as the adapter takes them, and whatever may be the reply. */
class JsonSchemaTest {
    private static final Set<String> KEYWORDS = Set.of(
            "$schema $defs $ref title description type properties required additionalProperties items oneOf const enum"
                    .split(" ", -1));
    private static final Set<String> RULES =
            Set.of("pattern", "format", "minLength", "maxLength", "minimum", "maximum");
    private static final String REQUEST =
            """
            {"interface": "orders.renew", "tenant": "acme", "batchNumber": "R1", "createdAt": "2024-04-02T02:00:00Z",
             "records": [{"document": "1", "customerId": "c1", "resource1": "r1", "periodType": 2, "periodNum": 1, "expireMode": 1}],
             "totals": {"count": 1, "periodTotal": 1}}
            """;

    static Stream<String> interfaces() {
        return Described.interfaces();
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void everySampleOfARequestIsValid(String name) throws IOException {
        for (var sample : Described.samples(name, "(?!refused-).*\\.in\\.json")) {
            assertThat(broken(schema(name), Files.readString(sample)))
                    .as(sample.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void everySampleOfAReplyIsValidAndEachMemberIsDescribed(String name) throws IOException {
        for (var sample : Described.samples(name, ".*\\.answer\\.json")) {
            var reply = Files.readString(sample);
            assertThat(broken(reply(name), reply)).as(sample.toString()).isEmpty();
            assertThat(broken(closed(reply(name)), reply)).as(sample.toString()).isEmpty();
            assertThat(broken(
                            reply(name),
                            reply.replace("\"results\"", "\"answers\"").replace("\"problems\"", "\"none\"")))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void itHasTheKeywordsOfJsonSchemaOnlyAndRegularExpressionsOfJavaScript(String name) {
        var used = new TreeSet<String>();
        keywords(schema(name), used);

        assertThat(used)
                .isSubsetOf(Stream.of(KEYWORDS, RULES).flatMap(Set::stream).toList());
        assertThat(schema(name).findValuesAsText("pattern")).noneMatch(pattern -> pattern.contains("\\p{Cntrl}"));
    }

    /** What stands before {@code =>} in the request is replaced with what stands behind. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ => {",
                "\"tenant\": \"acme\" => \"tenant\": \"acme\", \"more\": 1",
                "\"tenant\": \"acme\" => \"tenant\": \"acme\", \"more\": null",
                "\"tenant\": \"acme\", => ",
                "\"tenant\": \"acme\" => \"tenant\": null",
                "\"tenant\": \"acme\" => \"tenant\": \"\"",
                "\"tenant\": \"acme\" => \"tenant\": 1",
                "\"R1\" => \"1234567890123456789012345678901234567890123456789012345678901234\"",
                "\"R1\" => \"12345678901234567890123456789012345678901234567890123456789012345\"",
                "2024-04-02T02:00:00Z => 2024-04-02",
                "\"count\": 1 => \"count\": null",
                "\"count\": 1 => \"count\": \"1\"",
                "\"count\": 1 => \"count\": 1, \"more\": 1",
                "{\"count\": 1, \"periodTotal\": 1} => null",
                "{\"count\": 1, \"periodTotal\": 1} => []",
                "\"document\": \"1\" => \"document\": \"1\", \"more\": \"1\"",
                "\"document\": \"1\", => ",
                "\"document\": \"1\" => \"document\": null",
                "\"document\": \"1\" => \"document\": \"\"",
                "\"document\": \"1\" => \"document\": 1",
                "\"document\": \"1\" => \"document\": \"1\", \"remark\": null",
                "\"document\": \"1\" => \"document\": \"1\", \"autoPay\": null",
                "\"document\": \"1\" => \"document\": \"1\", \"autoPay\": \"N\"",
                "\"document\": \"1\" => \"document\": \"1\", \"autoPay\": \"J\"",
                "\"document\": \"1\" => \"document\": \"1\", \"remark\": {}",
                "\"periodType\": 2 => \"periodType\": 2.0",
                "\"periodType\": 2 => \"periodType\": \"2\"",
                "\"periodType\": 2 => \"periodType\": 4",
                "\"periodNum\": 1 => \"periodNum\": 0",
                "\"periodNum\": 1 => \"periodNum\": 1.5",
                "[{ => [1, {",
                "\"records\" => \"lines\"",
            })
    void aRequestIsValidJustIfTheAdapterTakesIt(String change) {
        var parts = change.split(" => ", -1);
        assertThat(REQUEST).contains(parts[0]);
        var request = REQUEST.replaceFirst(Pattern.quote(parts[0]), parts[1]);

        assertThat(broken(schema("orders.renew"), request).isEmpty())
                .as("%s", problems(request))
                .isEqualTo(problems(request).isEmpty());
    }

    @Test
    void aRequestWithoutDocumentsIsOne() {
        var empty = REQUEST.replaceFirst("(?s)\\[.*\\]", "[]");

        assertThat(broken(schema("orders.renew"), empty)).isEmpty();
        assertThat(problems(empty)).isEmpty();
    }

    private static ObjectNode schema(String name) {
        return (ObjectNode) ExactJson.read(Described.as("json-schema", name));
    }

    private static ObjectNode reply(String name) {
        return schema(name).put("$ref", "#/$defs/reply");
    }

    /** The same without members that are not described. */
    private static ObjectNode closed(ObjectNode schema) {
        schema.findParents("properties").forEach(object -> ((ObjectNode) object).put("additionalProperties", false));
        return schema;
    }

    private static Set<ValidationMessage> broken(JsonNode schema, String json) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(ExactJson.read(json));
    }

    private static void keywords(JsonNode schema, Set<String> used) {
        schema.properties().forEach(keyword -> {
            used.add(keyword.getKey());
            switch (keyword.getKey()) {
                case "properties", "$defs", "oneOf" -> keyword.getValue().forEach(one -> keywords(one, used));
                case "items" -> keywords(keyword.getValue(), used);
                default -> {
                    // no schema
                }
            }
        });
    }

    private static List<Problem> problems(String request) {
        return Described.problems("orders.renew", Form.MESSAGE, request);
    }
}
