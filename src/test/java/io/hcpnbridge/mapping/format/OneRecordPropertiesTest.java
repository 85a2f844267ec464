package io.hcpnbridge.mapping.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.RecordContract;
import io.hcpnbridge.mapping.Violation;
import io.hcpnbridge.mapping.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same document is the same record in every form, or the same refusal. */
class OneRecordPropertiesTest {
    private static final InterfaceMapping STOCK = stock();
    private static final RecordContract CONTRACT = STOCK.recordContract();
    private static final BatchFormat MESSAGES = STOCK.format(Form.MESSAGE);
    private static final Map<TestKind, FileFormat> FILES = formats(UTF_8);

    @Property
    void blanksAroundItDoNotMatter(@ForAll("blanks") String before, @ForAll("blanks") String behind) {
        for (TestKind kind : TestKind.values()) {
            String detail = kind.detail(
                    before + "RZ1" + behind, before + "ACME 北京" + behind, "20240229", before + "3" + behind, "1.50");

            assertThat(records(kind, detail)).as(kind.name()).isEqualTo(List.of(plain()));
        }
        assertThat(records(message(before, behind))).isEqualTo(List.of(plain()));
    }

    @Property
    void nothingButBlanksIsNothing(@ForAll("blanks") String blanks) {
        for (TestKind kind : TestKind.values()) {
            Heard heard = read(FILES.get(kind), kind.batch(kind.detail("A1", blanks, "", blanks, "")));

            assertThat(heard.records).as(kind.name()).containsExactly(object().put("document", "A1"));
        }
        Heard heard = read(
                MESSAGES,
                "{\"records\": [{\"document\": \"A1\", \"customer\": \"" + json(blanks) + "\", \"quantity\": \""
                        + json(blanks) + "\", \"price\": null}]}");

        assertThat(heard.records).containsExactly(object().put("document", "A1"));
    }

    @Property
    void whatCannotBeSeenInADocumentNumberIsRefusedAndShownEverywhere(
            @ForAll("invisible") int hidden, @ForAll("places") String document) {
        String bad = document.formatted(Character.toString(hidden));
        for (TestKind kind : TestKind.values()) {
            Heard heard = read(FILES.get(kind), kind.batch(kind.detail(bad)));

            assertThat(heard.refusals()).as(kind.name()).isNotEmpty().allMatch(said -> isVisible(said));
        }
        Heard heard = read(MESSAGES, "{\"records\": [{\"document\": \"" + json(bad) + "\"}]}");

        assertThat(heard.refusals()).isNotEmpty().allMatch(said -> isVisible(said));
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.of(" ", "\t").list().ofMaxSize(1).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<Integer> invisible() {
        return Arbitraries.of(
                0x0000, 0x0007, 0x007F, 0x0085, 0x00A0, 0x00AD, 0x0301, 0x034F, 0x061C, 0x115F, 0x1680, 0x180E, 0x2003,
                0x2007, 0x200B, 0x200D, 0x200E, 0x2028, 0x202E, 0x202F, 0x2060, 0x2066, 0x2800, 0x3000, 0x3164, 0xE000,
                0xFE0F, 0xFEFF, 0xFFA0, 0xFFFE, 0xE0001, 0xE0100, 0xF0000, 0x0378);
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of("%sRZ1", "RZ%s1", "RZ1%s");
    }

    private static boolean isVisible(String said) {
        return said.codePoints()
                .allMatch(point -> point == ' ' || point > ' ' && point < 0x7F || point >= 0x4E00 && point < 0xA000);
    }

    private static List<ObjectNode> records(TestKind kind, String detail) {
        return records(read(FILES.get(kind), kind.batch(detail)));
    }

    private static List<ObjectNode> records(String message) {
        return records(read(MESSAGES, message));
    }

    private static List<ObjectNode> records(Heard heard) {
        assertThat(heard.refusals()).isEmpty();
        return heard.records;
    }

    private static ObjectNode plain() {
        return object().put("document", "RZ1")
                .put("customer", "ACME 北京")
                .put("day", "2024-02-28T16:00:00Z")
                .put("quantity", 3L)
                .put("price", new BigDecimal("1.50"));
    }

    private static String message(String before, String behind) {
        return """
                {"records": [{"price": 1.50, "quantity": 3.0, "document": "%1$sRZ1%2$s", "customer": "%1$sACME 北京%2$s",
                 "day": "%1$s2024-02-28T16:00:00Z%2$s"}]}
                """
                .formatted(json(before), json(behind));
    }

    private static String json(String text) {
        String quoted = ExactJson.text(object().textNode(text));
        return quoted.substring(1, quoted.length() - 1);
    }

    private static ObjectNode object() {
        return ExactJson.mapper().createObjectNode();
    }

    private static Heard read(BatchFormat format, String text) {
        Heard heard = new Heard();
        try {
            format.read(new java.io.ByteArrayInputStream(text.getBytes(UTF_8)), heard);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return heard;
    }

    private static InterfaceMapping stock() {
        return new MappingCatalog(new MappingSource("classpath:mapping/catalog/")).current("stock.query");
    }

    private static Map<TestKind, FileFormat> formats(Charset charset) {
        Map<TestKind, FileFormat> formats = new EnumMap<>(TestKind.class);
        for (TestKind kind : TestKind.values()) {
            formats.put(kind, kind.format(charset));
        }
        return formats;
    }

    /** The records, and what is said of them; what a message lacks around its records is of no interest here. */
    private static final class Heard implements BatchListener {
        private final List<ObjectNode> records = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        List<String> refusals() {
            List<String> said = new ArrayList<>();
            problems.stream()
                    .filter(problem -> problem.line() > 0)
                    .forEach(problem -> said.add(problem.value() + " " + problem.rule()));
            for (ObjectNode record : records) {
                for (Violation broken : CONTRACT.check(record)) {
                    said.add(broken.value() + " " + broken.rule());
                }
            }
            return said;
        }

        @Override
        public void header(ObjectNode header, long line) {}

        @Override
        public void record(ObjectNode record, long line) {
            records.add(record);
        }

        @Override
        public void trailer(ObjectNode trailer, long line) {}

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
