package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever writes a file reads on its interface's page how times are written there, unless it is as the manual says for all. */
class TimesInPagesTest {
    private static final String AS_THE_MANUAL_SAYS = "yyyyMMddHHmmss";

    static Stream<Path> interfaces() throws IOException {
        try (var folders = Files.list(Path.of("mappings"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("interface.yaml"))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void aPageSaysHowTimesAreWritten(Path folder) throws IOException {
        var page = Files.readString(folder.resolve("README.md"));
        var columns = ErpColumns.of(folder.getFileName().toString(), folder.getParent());
        var patterns = Stream.of("batch", "answer")
                .flatMap(stream -> columns.stream(stream).values().stream().flatMap(List::stream))
                .map(ErpColumns.Column::pattern)
                .filter(pattern -> !pattern.isEmpty() && !pattern.equals(AS_THE_MANUAL_SAYS))
                .distinct();

        assertThat(patterns).allSatisfy(pattern -> assertThat(page).contains("`" + pattern + "`"));
    }
}
