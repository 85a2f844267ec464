package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.mappings.FormatFile.Line;
import io.hcpnbridge.rehearsal.ErpColumns.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manual says about columns is what the formats do. */
class MappingManualTest {
    private static final Path MANUAL = Path.of("src/docs/en/erp-manual.md");
    private static final Pattern HEADING = Pattern.compile("### (?:`(.)` )?(\\w+): .*");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\d+) \\|(?: (\\d+) \\|)? ([a-z ]+) \\|.*");
    private static final Pattern LENGTH = Pattern.compile("Line length: (\\d+) bytes\\.");

    static Stream<String> interfaces() {
        return ShippedMapping.CATALOG.interfaces().stream();
    }

    static Stream<String> fixedLength() {
        return interfaces().filter(iface -> FormatFile.of(iface).isFixedLength());
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void thePageOfAnInterfaceAgreesWithItsFormat(String iface) throws IOException {
        FormatFile format = FormatFile.of(iface);
        Path page = Path.of("mappings", iface, "README.md");

        assertThat(tables(page, "## The file you write")).isEqualTo(described(format, "batch"));
        assertThat(tables(page, "## The answer")).isEqualTo(described(format, "answer"));
    }

    @Test
    void theRefusalStandsInTheManual() throws IOException {
        assertThat(tables(MANUAL, "## Taken whole or refused whole"))
                .isEqualTo(described(FormatFile.of("orders.list"), "refusal"));
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void theRefusalHasTheSameColumnsInAllInterfaces(String iface) {
        assertThat(columns(FormatFile.of(iface))).isEqualTo(columns(FormatFile.of("orders.list")));
    }

    @ParameterizedTest
    @MethodSource("fixedLength")
    void anErpLineHasOneLengthThatThePageNames(String iface) throws IOException {
        Map<String, Line> batch = FormatFile.of(iface).stream("batch");
        int length = batch.get("header").length();

        assertThat(batch.values()).extracting(Line::length).containsOnly(length);
        assertThat(Files.readString(Path.of("mappings", iface, "README.md")))
                .contains("Every line has " + length + " bytes");
    }

    @Test
    void theManualListsEveryInterface() throws IOException {
        String manual = Files.readString(MANUAL);

        assertThat(interfaces()).allSatisfy(iface -> assertThat(manual)
                .contains("[" + iface + "](../../../mappings/" + iface + "/README.md)"));
    }

    /** Each kind of record: its mark and name, its columns, and the length of a fixed-length line. */
    private static List<String> described(FormatFile format, String stream) {
        List<String> described = new ArrayList<>();
        for (Line line : format.stream(stream).values()) {
            String mark =
                    format.kind().equals("xml") ? "" : line.column("recordType").literal() + " ";
            described.add(mark + line.name());
            for (Column column : line.columns()) {
                String from = format.isFixedLength() ? column.from() + " " : "";
                described.add(column.name() + " " + from + column.length() + " " + type(column));
            }
            if (format.isFixedLength()) {
                described.add("= " + line.length());
            }
        }
        return described;
    }

    /** What pages call it. */
    private static String type(Column column) {
        return column.type().equals("number") ? "whole number" : column.type();
    }

    /** Of the refusal, without the mark that XML has no need of. */
    private static List<String> columns(FormatFile format) {
        return format.stream("refusal").values().stream()
                .flatMap(line -> line.columns().stream()
                        .filter(column -> !column.name().equals("recordType"))
                        .map(column -> line.name() + "." + column.name() + " " + column.length() + " " + type(column)))
                .toList();
    }

    private static List<String> tables(Path page, String section) throws IOException {
        List<String> tables = new ArrayList<>();
        String current = "";
        for (String text : Files.readAllLines(page)) {
            current = text.startsWith("## ") ? text : current;
            Matcher heading = HEADING.matcher(text);
            Matcher row = ROW.matcher(text);
            Matcher length = LENGTH.matcher(text);
            if (!current.equals(section)) {
                continue;
            } else if (heading.matches()) {
                tables.add(joined(heading.group(1), heading.group(2)));
            } else if (row.matches()) {
                tables.add(joined(row.group(1), row.group(2), row.group(3), row.group(4)));
            } else if (length.matches()) {
                tables.add("= " + length.group(1));
            }
        }
        return tables;
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
