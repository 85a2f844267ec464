package io.hcpnbridge.mapping.jslt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.problem.MappingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsltMappingTest {
    @Test
    void decimalsPassThroughUntouched() {
        assertThat(apply("{\"a\": .amount, * : .}", "{'amount':12345678901234.567890,'b':1.10,'c':[0.00]}"))
                .isEqualTo("{'a':12345678901234.567890,'amount':12345678901234.567890,'b':1.10,'c':[0.00]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal-add(.a, .b)|{'a':0.1,'b':0.2}|0.3",
                "decimal-add(.a, .b)|{'a':'0.10','b':-0.2}|-0.10",
                "decimal-add(.a, .b)|{'a':0.1}|null",
                "decimal-sum(.)|[0.1,0.2,null,'0.30']|0.60",
                "decimal-sum(.)|[]|null",
                "decimal-sum(.)|[null]|null",
                "decimal-sum(.x)|{}|null",
                "decimal(.a)|{'a':'0012.50'}|12.50",
                "decimal(.a)|{'a':7}|7",
                "decimal(.a)|{'a':''}|null",
                "decimal(0.1)|{}|0.1",
                "decimal-shift(.a, -2)|{'a':12345}|123.45",
                "decimal-shift(.a, 2)|{'a':1.5}|150",
                "decimal-shift(.a, 2)|{}|null",
            })
    void decimalsAreComputedExactly(String mapping, String in, String out) {
        assertThat(apply(mapping, in)).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal(.a)|{'a':'12,5'}|decimal(\"12,5\"): is not a decimal number",
                "decimal(.a)|{'a':'1e555'}|decimal(\"1e555\"): is not a decimal number",
                "decimal-sum(.a)|{'a':1}|decimal-sum(1): needs an array",
                "decimal-shift(.a, 99)|{'a':1}|decimal-shift(1, 99): the places must be a whole number, at most 30",
                "year-windows(.a, .a)|{'a':'x'}|needs two times in UTC, yyyy-MM-dd'T'HH:mm:ss'Z'",
                "year-windows(.b, .a)|{'a':'2024-01-01T00:00:00Z','b':'2024-01-01T00:00:01Z'}|the beginning is after",
                "{\"x\": [.a * 1]}|{'a':0.1}|x.0 was computed in floating point: use decimal(), decimal-add()",
                "error(\"no such thing\")|{}|no such thing",
                "number(.a)|{'a':'x'}|number(x) failed: not a number",
            })
    void badInputIsAnErrorThatNamesTheFile(String mapping, String in, String message) {
        assertThatThrownBy(() -> apply(mapping, in))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("mappings/test/request.jslt")
                .hasMessageContaining(message);
    }

    @Test
    void thirtyMonthsMakeThreeWindowsThatTouchAndDoNotOverlap() {
        assertThat(apply("year-windows(.from, .to)", "{'from':'2022-01-01T00:00:00Z','to':'2024-06-30T23:59:59Z'}"))
                .isEqualTo("[{'from':'2022-01-01T00:00:00Z','to':'2022-12-31T23:59:59Z'},"
                        + "{'from':'2023-01-01T00:00:00Z','to':'2023-12-31T23:59:59Z'},"
                        + "{'from':'2024-01-01T00:00:00Z','to':'2024-06-30T23:59:59Z'}]");
    }

    @Property
    void windowsCoverTheRangeExactlyAndNoneIsLongerThanAYear(
            @ForAll @LongRange(min = 0, max = 2_000_000_000L) long begin,
            @ForAll @LongRange(min = 0, max = 500_000_000L) long length) {
        Instant from = Instant.ofEpochSecond(begin);
        Instant to = from.plusSeconds(length);

        JsonNode windows = ExactJson.read(apply("year-windows(.f, .t)", "{'f':'" + from + "','t':'" + to + "'}")
                .replace('\'', '"'));

        Instant next = from;
        for (JsonNode window : windows) {
            Instant windowFrom = Instant.parse(window.get("from").textValue());
            Instant windowTo = Instant.parse(window.get("to").textValue());
            assertThat(windowFrom).isEqualTo(next);
            assertThat(Duration.between(windowFrom, windowTo)).isLessThan(Duration.ofDays(366));
            next = windowTo.plusSeconds(1);
        }
        assertThat(next).isEqualTo(to.plusSeconds(1));
    }

    @Test
    void sharedMappingsCanBeImportedAlsoByEachOther() {
        Map<String, byte[]> files = files(
                "import \"shared/a.jslt\" as a  a:twice(.x)",
                "shared/a.jslt",
                "import \"shared/b.jslt\" as b  def twice(x) [$x, b:same($x)]",
                "shared/b.jslt",
                "def same(x) $x");

        assertThat(ExactJson.text(compile(files).apply(ExactJson.read("{\"x\":1.0}"))))
                .isEqualTo("[1.0,1.0]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": .b,,}|mappings/test/request.jslt, line 1: Parse error",
                "{\"a\": nothing(.b)}|mappings/test/request.jslt, line 1: ",
                "import \"shared/bad.jslt\" as x  x:y(.)|mappings/shared/bad.jslt, line 2: Parse error",
                "import \"shared/loop.jslt\" as x  x:y(.)|mappings/",
                "import \"response.jslt\" as x  x(.)|only shared/*.jslt can be imported",
                "import \"shared/../request.jslt\" as x  x(.)|only shared/*.jslt can be imported",
                "import \"shared/none.jslt\" as x  x(.)|there is nothing to import at shared/none.jslt",
                "import \"/etc/passwd\" as x  x(.)|there is nothing to import at /etc/passwd",
                "\"never ended|mappings/test/request.jslt, line 1: ",
            })
    void whatDoesNotCompileIsSaidInOneLine(String mapping, String message) {
        Map<String, byte[]> files = files(
                mapping,
                "shared/bad.jslt",
                "def y(x)\n  {\"a\"}",
                "shared/loop.jslt",
                "import \"shared/loop.jslt\" as l  def y(x) $x");

        assertThatThrownBy(() -> compile(files))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void anEndlessRecursionIsAnErrorOfTheMapping() {
        assertThatThrownBy(() -> apply("def again(x) [again($x)]  again(.)", "1"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("calls itself without end");
    }

    @Test
    void oneCompiledMappingServesManyThreads() {
        JsltMapping mapping = compile(files("let y = .x  {\"x\": $y, \"sum\": decimal-add(.x, 1)}"));

        assertThat(IntStream.range(0, 2000)
                        .parallel()
                        .filter(number -> !ExactJson.text(mapping.apply(ExactJson.read("{\"x\":" + number + "}")))
                                .equals("{\"x\":" + number + ",\"sum\":" + (number + 1) + "}"))
                        .count())
                .isZero();
    }

    private static String apply(String mapping, String in) {
        JsonNode out = compile(files(mapping)).apply(ExactJson.read(in.replace('\'', '"')));
        return ExactJson.text(out).replace('"', '\'');
    }

    private static JsltMapping compile(Map<String, byte[]> files) {
        return JsltMapping.compile("request.jslt", files, name -> name.startsWith("shared/") ? name : "test/" + name);
    }

    private static Map<String, byte[]> files(String mapping, String... others) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("request.jslt", mapping.getBytes(StandardCharsets.UTF_8));
        for (int index = 0; index < others.length; index += 2) {
            files.put(others[index], others[index + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
