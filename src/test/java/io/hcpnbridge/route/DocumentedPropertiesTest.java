package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentedPropertiesTest {
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(\\w+)` \\| `[a-z]");

    @Test
    void theReadmeOfRoutesListsThePropertiesThatRoutesReadAndNoOthers() throws IOException {
        var read = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(Path.of("routes"), "*.yaml")) {
            for (var file : files) {
                RouteText.of(file.getFileName().toString(), Files.readAllBytes(file))
                        .walk((pointer, node) -> read.addAll(RouteProperties.reads(pointer, node)));
            }
        }
        read.removeIf(name -> name.startsWith("Camel"));
        var manual = Files.readString(Path.of("routes/README.md"));
        var table = manual.substring(manual.indexOf("## What choices read"), manual.indexOf("## Counters"));

        assertThat(LISTED.matcher(table).results().map((MatchResult row) -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(read);
    }
}
