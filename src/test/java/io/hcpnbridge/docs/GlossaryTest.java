package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.docs.Blocks.Block;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The glossary is complete in both languages, says nothing twice, and the pages of the interfaces use its words. */
class GlossaryTest {
    private static final Page GLOSSARY = Page.of(Path.of("mappings/GLOSSARY.md"));
    private static final Pattern CODED = Pattern.compile("(?<![\\w–-])`?(-?\\d+)`? ([A-Za-z][^,;:`…ᴼᴺᶜ(]*)");
    private static final Pattern WORD = Pattern.compile("`([A-Z][A-Z_]+)`");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static Stream<String> interfaces() {
        return InterfaceTable.interfaces().stream();
    }

    @Test
    void everyCellIsFilled() {
        assertThat(rows(GLOSSARY.text())).hasSizeGreaterThan(100).allSatisfy(row -> assertThat(
                        row.subList(0, row.size() - 1))
                .as(row.toString())
                .noneMatch(String::isBlank));
    }

    @Test
    void everyTermStandsOnceInBothLanguages() {
        var terms = new ArrayList<String>();
        for (Page section : GLOSSARY.sections()) {
            var rows =
                    section.text().contains("\n| 中文 | English | 含义 |") ? section.table("中文") : List.<List<String>>of();
            rows.forEach(row -> terms.addAll(words(row.get(0), "、")));
            rows.forEach(row -> terms.addAll(words(row.get(1), ", ")));
        }
        assertThat(terms).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeStandsOnceInItsTable() {
        assertThat(codes()).isNotEmpty().allSatisfy((column, codes) -> assertThat(codes)
                .as(column)
                .extracting(row -> row.get(0))
                .doesNotHaveDuplicates());
    }

    @Test
    void everyStatusOfAnAnswerIsThere() {
        assertThat(GLOSSARY.table("状态 status"))
                .extracting(row -> row.get(0))
                .containsExactly("`OK`", "`PARTIAL`", "`REFUSED`", "`FAILED`", "`PENDING`", "`IN_DOUBT`");
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void aPageUsesTheStatusesOfTheGlossary(String iface) {
        var known = GLOSSARY.table("状态 status").toString();
        assertThat(columns(iface).getOrDefault("result.status", ""))
                .satisfies(meaning -> assertThat(WORD.matcher(meaning).results())
                        .isNotEmpty()
                        .allSatisfy(word -> assertThat(known).contains(word.group())));
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void aPageSpellsCodesAsTheGlossaryDoes(String iface) {
        columns(iface).forEach((column, meaning) -> {
            var table = tableOf(iface, column);
            if (table != null) {
                CODED.matcher(meaning).results().forEach(code -> assertSpelled(table, code.group(1), code.group(2)));
                WORD.matcher(meaning).results().forEach(word -> assertThat(table)
                        .as(iface + " " + column)
                        .extracting(row -> row.get(0))
                        .contains(word.group()));
            }
        });
    }

    private static List<List<String>> tableOf(String iface, String column) {
        var name = column.replaceFirst(".*\\.", "");
        return Stream.of(iface + "." + name, column, name)
                .map(codes()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void assertSpelled(List<List<String>> table, String code, String word) {
        assertThat(table)
                .filteredOn(row -> row.get(0).equals(code))
                .as("mappings/GLOSSARY.md has code " + code)
                .singleElement()
                .satisfies(row -> assertThat(row.get(2)).isEqualTo(word.strip()));
    }

    /** The tables of codes by what their headings name: {@code interface.column}, {@code record.column} or {@code column}. */
    private static Map<String, List<List<String>>> codes() {
        var codes = new HashMap<String, List<List<String>>>();
        for (String part : GLOSSARY.text().split("(?m)^### ")) {
            if (part.contains("\n| code |")) {
                var heading = new Block("", part.lines().findFirst().orElseThrow());
                heading.code().forEach(column -> codes.put(column, new Page(part).table("code")));
            }
        }
        return codes;
    }

    /** What a page says about each column, by {@code record.column}. */
    private static Map<String, String> columns(String iface) {
        var columns = new HashMap<String, String>();
        String record = "";
        for (Block block : Blocks.of(
                        Page.of(Path.of("mappings", iface, "README.md")).text())
                .all()) {
            if (block.kind().equals("###")) {
                record = block.text().replaceFirst("^`.` ", "").replaceFirst(":.*", "");
            } else if (block.kind().equals("row")) {
                var cells = Page.cells(block.text());
                var name = CODE.matcher(cells.get(0));
                if (name.matches()) {
                    columns.put(record + "." + name.group(1), cells.get(cells.size() - 2));
                }
            }
        }
        return columns;
    }

    private static List<String> words(String cell, String separator) {
        return Arrays.stream(cell.split(separator, -1)).map(String::strip).toList();
    }

    /** Rows of all tables without heads and rules. */
    private static List<List<String>> rows(String text) {
        return text.lines()
                .filter(line -> line.startsWith("| "))
                .map(Page::cells)
                .toList();
    }
}
