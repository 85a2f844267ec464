package io.hcpnbridge.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.RecordLayout;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --as=abap}: structures that old and new releases take, and whose offsets are those of the lines. */
class AbapTypesTest {
    private static final Pattern COMPONENT =
            Pattern.compile("^ {9}([a-z]\\w{0,29}) TYPE [cx] LENGTH (\\d+),$", Pattern.MULTILINE);

    static Stream<String> interfaces() {
        return Described.interfaces();
    }

    @ParameterizedTest
    @EnumSource(names = {"FIXED_LENGTH", "CSV"})
    void eachComponentStandsForAColumnSoThatNothingBehindABlankOneIsMisread(FileKind kind) {
        assertThat(Described.interfaces(kind)).isNotEmpty().allSatisfy(name -> assertThat(
                        structures(name).stream().map(AbapTypesTest::lengths))
                .containsExactlyElementsOf(Described.layouts(name).stream()
                        .map(AbapTypesTest::lengths)
                        .toList()));
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void linesFitIntoTheEditorOfAnyRelease(String name) {
        assertThat(Described.as("abap", name).lines()).allMatch(line -> line.length() <= 72);
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void noNameIsTooLongOrStandsTwice(String name) {
        assertThat(structures(name))
                .allSatisfy(structure -> assertThat(names(structure)).doesNotHaveDuplicates());
        assertThat(structures(name).stream().map(structure -> structure.split("[,\n]", 2)[0]))
                .doesNotHaveDuplicates()
                .allMatch(type -> type.matches("ty_\\w{1,27}"));
    }

    @Test
    void bytesAreBytesAndCharactersAreCharacters() {
        assertThat(Described.as("abap", "orders.renew"))
                .contains("* Lengths count bytes of GB18030", "binary mode", " document TYPE x LENGTH 32,");
        assertThat(Described.as("abap", Described.LEVELS))
                .contains("* Lengths count characters", "text mode", " document TYPE c LENGTH 32,");
    }

    private static List<String> structures(String name) {
        return Arrays.stream(Described.as("abap", name).split("TYPES: BEGIN OF ", -1))
                .skip(1)
                .toList();
    }

    private static List<String> names(String structure) {
        return COMPONENT
                .matcher(structure)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<Integer> lengths(String structure) {
        return COMPONENT
                .matcher(structure)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(2)))
                .toList();
    }

    private static List<Integer> lengths(RecordLayout layout) {
        return layout.fields().stream().map(field -> field.length()).toList();
    }
}
