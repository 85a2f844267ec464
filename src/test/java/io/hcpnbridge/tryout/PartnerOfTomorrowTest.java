package io.hcpnbridge.tryout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hcpnbridge.json.ExactJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/** All samples of all interfaces, played with the answers of a partner that has changed meanwhile in what it never promised. */
@Tag("slow")
@Tag("mutants")
class PartnerOfTomorrowTest {
    private static final Path MAPPINGS = Path.of("mappings");
    private static final String RECORDED = "samples/recorded.json";

    private static final Set<String> TELLING_AMOUNTS = Set.of(
            "bills.records",
            "coupons.quotas",
            "orders.coupons",
            "orders.detail",
            "orders.list",
            "prices.by-spec",
            "prices.period");
    private static final BigDecimal DUST = new BigDecimal("0.00000000000000000007");
    private static final Pattern EXPECTED_AND_GOT = Pattern.compile(": expected (\\S+), got (\\S+)$");
    private static final Pattern CODE = Pattern.compile("([tT]ype|[sS]tatus|[mM]ode|measure_?[iI]d|_result|_policy)$");
    private static final String UNKNOWN = "987";

    @TempDir
    private Path folder;

    static List<String> interfaces() throws IOException {
        try (var folders = Files.list(MAPPINGS)) {
            return folders.filter(path -> Files.exists(path.resolve(RECORDED)))
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void whatIsNewInAnAnswerDoesNoHarm(String name) throws IOException {
        expectTheSame(
                name,
                node -> node instanceof ObjectNode object
                        ? object.put("invented", "未知").set("inventedToo", ExactJson.read("[{\"a\": null}]"))
                        : node);
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void aNumberThatComesAsATextIsTheSameNumber(String name) throws IOException {
        expectTheSame(name, node -> node.isNumber() ? TextNode.valueOf(node.asText()) : node);
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void aTextOfDigitsThatComesAsANumberIsTheSameText(String name) throws IOException {
        expectTheSame(
                name,
                node -> node.isTextual() && node.textValue().matches("0|[1-9][0-9]{0,8}")
                        ? IntNode.valueOf(Integer.parseInt(node.textValue()))
                        : node);
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void moreDecimalsThanEverAreToldAndNotRounded(String name) throws IOException {
        var told = differences(tried(
                name,
                node -> node.isBigDecimal() && node.decimalValue().scale() > 0
                        ? DecimalNode.valueOf(node.decimalValue().add(DUST))
                        : node));

        assertThat(told.isEmpty()).as("tells amounts").isNotEqualTo(TELLING_AMOUNTS.contains(name));
        assertThat(told).allSatisfy(line -> {
            var values = EXPECTED_AND_GOT.matcher(line);
            assertThat(values.find()).as(line).isTrue();
            var more = new BigDecimal(values.group(2)).subtract(new BigDecimal(values.group(1)));
            assertThat(more.signum()).as(line).isPositive();
            assertThat(more.remainder(DUST)).as(line).isEqualByComparingTo("0");
        });
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void aCodeThatNobodyKnowsIsToldAsItIsAndChangesNoOutcome(String name) throws IOException {
        for (var code : codes(name)) {
            var told = differences(tried(name, node -> withUnknown(node, code)));

            assertThat(told).as(code).noneMatch(line -> line.matches(".*, result: column (status|code): .*"));
            assertThat(told.isEmpty()
                            || told.stream()
                                    .anyMatch(line -> line.endsWith(", got " + UNKNOWN)
                                            || line.contains("column progress")
                                            || line.contains("no answer is recorded to realname-result")))
                    .as("%s: %s", code, told)
                    .isTrue();
        }
    }

    private void expectTheSame(String name, UnaryOperator<JsonNode> change) throws IOException {
        assertThat(tried(name, UnaryOperator.identity())).as("as recorded").contains("all as expected");

        assertThat(differences(tried(name, change))).isEmpty();
    }

    private static List<String> differences(String told) {
        return told.lines()
                .filter(line -> line.contains("expected ") || line.contains("no answer is recorded"))
                .filter(line -> !line.endsWith("as expected"))
                .toList();
    }

    private static JsonNode withUnknown(JsonNode node, String code) {
        if (node instanceof ObjectNode object && object.has(code)) {
            object.set(
                    code,
                    object.path(code).isTextual()
                            ? TextNode.valueOf(UNKNOWN)
                            : IntNode.valueOf(Integer.parseInt(UNKNOWN)));
        }
        return node;
    }

    /** Members of recorded answers whose names and values are those of codes. */
    private static Set<String> codes(String name) throws IOException {
        var codes = new TreeSet<String>();
        for (var response : ExactJson.read(
                        Files.readAllBytes(MAPPINGS.resolve(name).resolve(RECORDED)))
                .findValues("response")) {
            changed(response, node -> {
                node.properties().forEach(member -> {
                    if (CODE.matcher(member.getKey()).find()
                            && member.getValue().asText().matches("-?[0-9]{1,3}")) {
                        codes.add(member.getKey());
                    }
                });
                return node;
            });
        }
        return codes;
    }

    private String tried(String name, UnaryOperator<JsonNode> change) throws IOException {
        for (var part : Stream.of("shared", name).toList()) {
            FileSystemUtils.copyRecursively(MAPPINGS.resolve(part), folder.resolve(part));
        }
        var file = folder.resolve(name).resolve(RECORDED);
        var recorded = (ArrayNode) ExactJson.read(Files.readAllBytes(file));
        for (var step : recorded) {
            ((ObjectNode) step).set("response", changed(step.path("response"), change));
        }
        Files.write(file, ExactJson.bytes(recorded));
        var out = new ByteArrayOutputStream();
        Tryout.run(
                new PrintStream(out, true, UTF_8),
                "--bridge.try=" + file.getParent(),
                "--bridge.mappings=file:" + folder + "/");
        return out.toString(UTF_8);
    }

    private static JsonNode changed(JsonNode node, UnaryOperator<JsonNode> change) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, changed(object.get(name), change)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, changed(array.get(i), change));
            }
        }
        return change.apply(node);
    }
}
