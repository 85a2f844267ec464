package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever writes a file reads on its interface's page how times are written there, unless it is as the manual says for all. */
class TimesInPagesTest {
    private static final String AS_THE_MANUAL_SAYS = "yyyyMMddHHmmss";
    private static final Pattern PATTERN = Pattern.compile("<property name=\"pattern\" value=\"([^\"]+)\"/>");

    static Stream<Path> interfaces() throws IOException {
        try (var folders = Files.list(Path.of("mappings"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("format.xml"))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void aPageSaysHowTimesAreWritten(Path folder) throws IOException {
        var page = Files.readString(folder.resolve("README.md"));
        var patterns = PATTERN.matcher(Files.readString(folder.resolve("format.xml")))
                .results()
                .map(found -> found.group(1))
                .filter(pattern -> !pattern.equals(AS_THE_MANUAL_SAYS));

        assertThat(patterns).allSatisfy(pattern -> assertThat(page).contains("`" + pattern + "`"));
    }
}
