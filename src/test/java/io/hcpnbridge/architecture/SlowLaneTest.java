package io.hcpnbridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A slow test that stands in no slice of the gate would never run. */
class SlowLaneTest {
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path GATE = Path.of(".ci/run");
    /** Of a class or of a method. */
    private static final Pattern TAG = Pattern.compile("^ *@Tag\\(\"([\\w-]+)\"\\)$", Pattern.MULTILINE);

    private static final Pattern SLICES = Pattern.compile("^slices=\\((.*)\\)$", Pattern.MULTILINE);

    @Test
    void eachSlowTestIsInOneSliceOfTheGateAndEachSliceHasTests() throws IOException {
        var slices = slices();
        var slow = new TreeMap<String, List<String>>();
        try (var files = Files.walk(TESTS)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                var tags = matches(TAG, Files.readString(file));
                if (tags.contains("slow")) {
                    slow.put(file.getFileName().toString(), tags);
                }
            }
        }
        assertThat(slow).allSatisfy((test, tags) -> assertThat(tags)
                .as(test)
                .hasSize(2)
                .filteredOn(Predicate.not("slow"::equals))
                .isSubsetOf(slices));
        assertThat(slow.values()).flatExtracting(tags -> tags).contains("slow").containsAll(slices);
    }

    private static Set<String> slices() throws IOException {
        var words = matches(SLICES, Files.readString(GATE)).stream()
                .flatMap(line -> Arrays.stream(line.split("[^\\w-]+", -1)))
                .filter(word -> !word.isEmpty())
                .toList();
        var slices = new TreeSet<>(words);
        assertThat(slices.remove("image")).isTrue();
        return slices;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }
}
