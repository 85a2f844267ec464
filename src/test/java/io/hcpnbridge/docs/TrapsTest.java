package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The traps that others fell into: each case of each is held by a test that runs in the gate. */
class TrapsTest {
    private static final Path PAGE = Path.of("src/test/traps.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAME = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    static List<List<String>> cases() {
        return Page.of(PAGE)
                .text()
                .lines()
                .filter(line -> line.startsWith("|") && !line.contains("| case |") && !line.contains("---"))
                .map(Page::cells)
                .toList();
    }

    static Stream<MatchResult> tests() {
        return NAME.matcher(Page.of(PAGE).text().replace("`TrapsTest`", "")).results();
    }

    @Test
    void theyAreNumberedWithoutAGap() {
        var numbers = cases().stream()
                .map(cells -> cells.get(0))
                .filter(Predicate.not(String::isEmpty))
                .toList();

        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void eachHasANameAndEachOfItsCasesATest() {
        assertThat(cases()).isNotEmpty().allSatisfy(cells -> {
            assertThat(cells.get(0).isEmpty()).isEqualTo(cells.get(1).isEmpty());
            assertThat(cells.get(2)).isNotEmpty();
            assertThat(cells.get(3).split(", ", -1))
                    .allSatisfy(test -> assertThat(test).matches(NAME));
        });
    }

    @ParameterizedTest
    @MethodSource("tests")
    void whatHoldsItIsATestThatRuns(MatchResult name) throws IOException {
        var type = type(name.group(1));
        var wanted = name.group(2);

        assertThat(Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> wanted == null || wanted.equals(method.getName()))
                        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                        .filter(method -> !AnnotationSupport.isAnnotated(method, Disabled.class)))
                .as(name.group())
                .isNotEmpty();
        assertThat(AnnotationSupport.isAnnotated(type, Disabled.class)).isFalse();
        assertThat(AnnotationSupport.findRepeatableAnnotations(type, Tag.class))
                .extracting(Tag::value)
                .doesNotContain("campaign");
    }

    private static Class<?> type(String name) throws IOException {
        try (var files = Files.walk(TESTS)) {
            var found = files.filter(file -> file.endsWith(name + ".java")).toList();
            assertThat(found).as(name).hasSize(1);
            var path = TESTS.relativize(found.get(0)).toString();
            var type = path.substring(0, path.length() - ".java".length()).replace('/', '.');
            return Class.forName(type, false, TrapsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
