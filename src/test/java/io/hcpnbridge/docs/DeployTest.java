package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about deploying leads to what the chart really wants. */
class DeployTest {
    private static final Path EXAMPLES = Path.of("helm/examples");
    private static final Page DEPLOY = Pages.page("deploy");

    @Test
    void theSecretsAreThoseThatTheFirstExampleMounts() throws IOException {
        var head = Files.readAllLines(EXAMPLES.resolve("small-reseller.yaml")).stream()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^# *", ""))
                .collect(Collectors.joining("\n"));
        assertThat(secrets(String.join("\n", DEPLOY.blocks("sh")))).isNotEmpty().isEqualTo(secrets(head));
    }

    @Test
    void everyExampleIsInTheTable() throws IOException {
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            assertThat(DEPLOY.links())
                    .containsAll(examples.map(example -> "../../../" + example).toList())
                    .contains("../../../helm/README.md");
        }
    }

    @Test
    void anExampleTakesItsSecretsFromAStoreIfTheTableSaysSo() throws IOException {
        var rows = DEPLOY.table("example");
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            var file = row.get(0).replaceFirst("^\\[([^]]+)].*", "$1");
            assertThat(Files.readString(EXAMPLES.resolve(file)).contains("\nexternalSecrets:\n  enabled: true"))
                    .isEqualTo(row.get(1).contains("secrets from a store"));
        });
    }

    /** The commands that create secrets, each on one line. */
    private static List<String> secrets(String script) {
        return Pattern.compile("kubectl .*")
                .matcher(script.replaceAll("\\\\\n\\s*", ""))
                .results()
                .map(match -> match.group().strip())
                .filter(command -> command.contains(" create secret "))
                .toList();
    }
}
