package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.mappings.FormatFile.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manual says about columns is what the formats do. */
class MappingManualTest {
    private static final Pattern HEADING = Pattern.compile("### `(.)` (\\w+): .*");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|(?: (\\d+) \\|)? (\\d+) \\| ([a-z ]+) \\|.*");
    private static final Pattern LENGTH = Pattern.compile("Line length: (\\d+) bytes\\.");

    static Stream<String> interfaces() {
        return ShippedMapping.CATALOG.interfaces().stream();
    }

    static Stream<String> fixedLengthInterfaces() {
        return interfaces().filter(iface -> FormatFile.of(iface).isFixedLength());
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void thePageOfAnInterfaceAgreesWithItsFormat(String iface) throws IOException {
        FormatFile format = FormatFile.of(iface);
        Path page = Path.of("mappings", iface, "README.md");

        assertThat(tables(page, "## The file you write")).isEqualTo(described(format.stream("batch")));
        assertThat(tables(page, "## The answer")).isEqualTo(described(format.stream("answer")));
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void theRefusalIsTheSameForAllAndStandsInTheManual(String iface) throws IOException {
        FormatFile format = FormatFile.of(iface);
        List<String> manual = tables(Path.of("mappings/README.md"), "## Taken whole or refused whole");

        assertThat(described(format.stream("refusal")))
                .isEqualTo(format.isFixedLength() ? manual : withoutPlaces(manual));
    }

    @ParameterizedTest
    @MethodSource("fixedLengthInterfaces")
    void anErpLineHasOneLengthThatThePageNames(String iface) throws IOException {
        assertThat(FormatFile.of(iface).stream("batch").values())
                .extracting(Line::length)
                .containsOnly(FormatFile.of(iface).stream("batch").get("header").length());
        assertThat(Files.readString(Path.of("mappings", iface, "README.md")))
                .contains("Every line has "
                        + FormatFile.of(iface).stream("batch").get("header").length() + " bytes");
    }

    @Test
    void theManualListsEveryInterface() throws IOException {
        String manual = Files.readString(Path.of("mappings/README.md"));

        assertThat(interfaces())
                .allSatisfy(iface -> assertThat(manual).contains("[" + iface + "](" + iface + "/README.md)"));
    }

    /** Each line as its mark, name, columns and length. */
    private static List<String> described(Map<String, Line> lines) {
        List<String> described = new ArrayList<>();
        for (Line line : lines.values()) {
            described.add(line.column("recordType").literal() + " " + line.name());
            line.columns()
                    .forEach(column -> described.add(
                            column.name() + place(column.from()) + " " + column.length() + " " + column.type()));
            if (line.length() > 0) {
                described.add("= " + line.length());
            }
        }
        return described;
    }

    private static String place(int from) {
        return from == 0 ? "" : " " + from;
    }

    /** The same columns in lines whose values have no place of their own. */
    private static List<String> withoutPlaces(List<String> described) {
        return described.stream()
                .filter(line -> !line.startsWith("= "))
                .map(line -> line.replaceFirst("^(\\w+) \\d+ (\\d+ [a-z ]+)$", "$1 $2"))
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
                tables.add(heading.group(1) + " " + heading.group(2));
            } else if (row.matches()) {
                int from = row.group(2) == null ? 0 : Integer.parseInt(row.group(2));
                tables.add(row.group(1) + place(from) + " " + row.group(3) + " " + row.group(4));
            } else if (length.matches()) {
                tables.add("= " + length.group(1));
            }
        }
        return tables;
    }
}
