package io.hcpnbridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are hidden by the names of their fields; every other byte stays. */
class JsonValuesTest {
    private static final Set<String> HARMLESS = Set.of("id", "total", "ids", "ok");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "{\"id\":\"A\",\"name\":\"Li\"}~{\"id\":\"A\",\"name\":\"***\"}",
                "{ \"total\" : 1.50 , \"age\" : 42 }~{ \"total\" : 1.50 , \"age\" : \"***\" }",
                "{\"ids\":[\"a\",\"b\"],\"names\":[\"x\",\"y\"]}~{\"ids\":[\"a\",\"b\"],\"names\":[\"***\",\"***\"]}",
                "{\"list\":[{\"id\":1,\"phone\":\"138\"}]}~{\"list\":[{\"id\":1,\"phone\":\"***\"}]}",
                "{\"a\":null,\"b\":true,\"ok\":false}~{\"a\":null,\"b\":\"***\",\"ok\":false}",
                "{\"13800000000\":\"x\",\"李\":1}~{\"***\":\"***\",\"***\":\"***\"}",
                "{\"na\\u006de\":\"q\\\"u\",\"id\":\"\\u674e\"}~{\"na\\u006de\":\"***\",\"id\":\"\\u674e\"}",
                "\"alone\"~\"***\"",
                "[1,[\"x\"]]~[\"***\",[\"***\"]]",
                "{}~{}"
            })
    void whatIsNotKnownToBeHarmlessIsHidden(String text, String shown) {
        assertThat(masked(text)).isEqualTo(shown);
        assertThat(JsonValues.of(utf8(text), JsonValuesTest::isHidden).whole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "{\"id\":\"A\",\"name\":\"L~{\"id\":\"A\",",
                "{\"id\":\"A\",\"nam~{\"id\":\"A\"",
                "{\"id\":\"A\",\"name\":\"Li\"}, more~{\"id\":\"A\",\"name\":\"***\"",
                "<html>Li</html>~''"
            })
    void whatIsNoJsonAnyMoreIsNotShown(String text, String shown) {
        var values = JsonValues.of(utf8(text), JsonValuesTest::isHidden);

        assertThat(values.whole()).isFalse();
        assertThat(new String(values.bytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo(shown.equals("''") ? "" : shown)
                .doesNotContain("Li");
    }

    @Test
    void itIsTheSameAsHidingInATreeWhateverTheJson() {
        var random = new Random(20_261_129);
        for (int i = 0; i < 2_000; i++) {
            var tree = node(random, 4);

            var shown = JsonValues.of(ExactJson.bytes(tree), JsonValuesTest::isHidden);

            assertThat(shown.whole()).isTrue();
            assertThat(ExactJson.read(shown.bytes())).isEqualTo(hidden(tree, ""));
        }
    }

    private static String masked(String text) {
        return new String(JsonValues.of(utf8(text), JsonValuesTest::isHidden).bytes(), StandardCharsets.UTF_8);
    }

    private static boolean isHidden(String field, String value) {
        return !HARMLESS.contains(field);
    }

    private static JsonNode node(Random random, int depth) {
        var json = JsonNodeFactory.instance;
        var kind = depth == 0 ? 2 + random.nextInt(4) : random.nextInt(6);
        if (kind == 0) {
            var object = json.objectNode();
            for (int i = random.nextInt(5); i > 0; i--) {
                object.set(
                        new String[] {"id", "total", "name", "ok", "x_y", "ids"}[random.nextInt(6)],
                        node(random, depth - 1));
            }
            return object;
        } else if (kind == 1) {
            var array = json.arrayNode();
            for (int i = random.nextInt(5); i > 0; i--) {
                array.add(node(random, depth - 1));
            }
            return array;
        }
        return switch (kind) {
            case 2 -> json.textNode("李\"\\\n" + "x".repeat(random.nextInt(40)) + random.nextInt());
            case 3 -> json.numberNode(random.nextInt());
            case 4 -> json.booleanNode(random.nextBoolean());
            default -> json.nullNode();
        };
    }

    private static JsonNode hidden(JsonNode node, String field) {
        var json = JsonNodeFactory.instance;
        if (node instanceof ObjectNode object) {
            var copy = json.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), hidden(entry.getValue(), entry.getKey())));
            return copy;
        } else if (node instanceof ArrayNode array) {
            var copy = json.arrayNode();
            array.forEach(element -> copy.add(hidden(element, field)));
            return copy;
        }
        return node.isNull() || HARMLESS.contains(field) ? node : json.textNode("***");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
