package io.hcpnbridge.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hcpnbridge.mapping.format.FieldLayout;
import io.hcpnbridge.mapping.format.FileKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --as=copybook}: what a COBOL compiler of the fixed format takes, and where the lines have their columns. */
class CopybookTest {
    private static final Pattern RECORD = Pattern.compile(" {7}01 {2}([A-Z0-9-]+)\\.");
    private static final Pattern ITEM = Pattern.compile(
            " {11}05 {2}([A-Z0-9-]+) PIC (?:[XN]\\((\\d+)\\)|9\\((\\d+)\\)(?:V9\\((\\d+)\\))?(?: USAGE NATIONAL)?)\\.");
    private static final Pattern CONDITION =
            Pattern.compile(" {15}88 {2}([A-Z0-9-]+) VALUE (\\d+|(?:NX|N|X)?'(?:[^']|'')+')\\.");

    private record Item(String name, int position, int length) {}

    static Stream<String> interfaces() {
        return Described.interfaces(FileKind.FIXED_LENGTH);
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void eachColumnStandsWhereTheLineHasIt(String name) {
        List<List<Item>> records = records(name);

        assertThat(records).hasSameSizeAs(Described.layouts(name));
        for (int index = 0; index < records.size(); index++) {
            var fields = Described.layouts(name).get(index).fields();
            assertThat(records.get(index))
                    .extracting(Item::position, Item::length)
                    .containsExactlyElementsOf(fields.stream()
                            .map((FieldLayout field) -> tuple(field.position(), field.length()))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void linesAreOfTheFixedFormatAndOfTheLevels01And05And88(String name) {
        assertThat(code(name))
                .allMatch(line -> RECORD.matcher(line).matches()
                        || ITEM.matcher(line).matches()
                        || CONDITION.matcher(line).matches());
        assertThat(Described.as("copybook", name).lines())
                .allMatch(line -> line.length() <= 72 && line.matches("\\p{ASCII}*") && line.startsWith("      "));
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void namesAreThoseOfCobolAndNoneTwiceInARecord(String name) {
        var taken = new HashSet<String>();
        for (var line : code(name)) {
            var words = line.strip().split("[ .]+", -1);
            if (words[0].equals("01")) {
                taken.removeIf(other -> !other.startsWith("01 "));
                assertThat(taken.add("01 " + words[1])).as(line).isTrue();
            } else {
                assertThat(words[1].equals("FILLER") || taken.add(words[1]))
                        .as(line)
                        .isTrue();
            }
            assertThat(words[1]).matches("[A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?").hasSizeLessThanOrEqualTo(30);
        }
    }

    @Test
    void onlyWhatTheErpMustWriteAndIsNeverNegativeIsDigits() {
        assertThat(code(Described.MOVEMENTS))
                .contains(
                        "           05  D-AMOUNT PIC 9(10)V9(2).",
                        "           05  D-KIND PIC 9(2).",
                        "           05  T-COUNT PIC 9(9).",
                        "           05  T-AMOUNT-TOTAL PIC 9(12)V9(2).")
                .contains(
                        "           05  D-LEVEL PIC X(4).",
                        "           05  D-PIECES PIC X(4).",
                        "           05  T-LEVEL-TOTAL PIC X(9).",
                        "           05  N-REST PIC X(6).",
                        "           05  R-ROWS PIC X(9).");
    }

    @Test
    void valuesAreConditionNamesAsTheyStandInTheFile() {
        assertThat(code(Described.MOVEMENTS))
                .contains(
                        "               88  D-KIND-1 VALUE 1.",
                        "               88  D-KIND-2 VALUE 2.",
                        "               88  D-CORRECTION-MINUS-1 VALUE '-1'.",
                        "               88  D-CORRECTION-1 VALUE '01'.",
                        "               88  D-COLOUR-2 VALUE X'BAEC'.",
                        "               88  D-COLOUR-O-B VALUE 'O''B'.");
        assertThat(code("orders.renew")).contains("               88  D-AUTO-PAY-Y VALUE 'Y'.");
    }

    @Test
    void itSaysWhatLengthsCount() {
        assertThat(Described.as("copybook", "orders.renew"))
                .contains("      * Lengths count bytes of GB18030: one character may take several.\n")
                .contains("05  D-DOCUMENT PIC X(32).");
        assertThat(Described.as("copybook", Described.LEVELS))
                .contains("Lengths count characters (units of UTF-16)")
                .contains("05  D-DOCUMENT PIC N(32).")
                .contains("05  D-FLOOR PIC 9(2) USAGE NATIONAL.");
    }

    private static List<List<Item>> records(String name) {
        List<List<Item>> records = new ArrayList<>();
        int position = 0;
        for (var line : code(name)) {
            var item = ITEM.matcher(line);
            if (RECORD.matcher(line).matches()) {
                records.add(new ArrayList<>());
                position = 0;
            } else if (item.matches()) {
                int length = Stream.of(item.group(2), item.group(3), item.group(4))
                        .mapToInt(digits -> digits == null ? 0 : Integer.parseInt(digits))
                        .sum();
                records.get(records.size() - 1).add(new Item(item.group(1), position, length));
                position += length;
            }
        }
        return records;
    }

    /** What is no comment. */
    private static List<String> code(String name) {
        return Described.as("copybook", name)
                .lines()
                .filter(line -> line.charAt(6) != '*')
                .toList();
    }
}
