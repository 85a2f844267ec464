package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlc2.TLC;

/**
 * The ledger's protocol in all orders in which two replicas, the partner and failures can meet: {@code src/test/tla/Ledger.tla},
 * gone through by the TLA+ model checker.
 */
class LedgerModelTest {
    private static final Path MODEL = Path.of("src/test/tla/Ledger.tla");
    private static final Pattern STEP = Pattern.compile("<<\"([A-Z_]+)\", \"([A-Z_]+)\">>");
    private static final int FOUND_NOTHING = 0;

    @TempDir
    private Path folder;

    @Tag("slow")
    @Tag("mutants")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"w1 |    | 2 | 3", "w1 | d1 | 1 | 1", "   | d1 | 2 | 3"})
    void thePromisesHoldInEveryOrder(String writes, String reads, int troubles, int claims) throws Exception {
        var checked = check(writes, reads, troubles, claims, "none");

        assertThat(checked.exitCode()).as(checked.output()).isEqualTo(FOUND_NOTHING);
        assertThat(checked.output()).contains("No error has been found").contains("0 states left on queue");
    }

    @Tag("slow")
    @Tag("mutants")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no fence                         | OnlyWhatMayFollow",
                "sent is due again                | NobodyGuesses",
                "answered before it is committed  | OneTrueAnswer",
                "asked too early                  | NobodyGuesses",
                "placed is parked                 | NobodyGuesses"
            })
    void whatIsLeftOutOfTheProtocolIsFound(String bug, String promise) throws Exception {
        var checked = check("w1", null, 2, 3, bug);

        assertThat(checked.exitCode()).isNotEqualTo(FOUND_NOTHING);
        assertThat(checked.output()).contains(promise + " is violated");
    }

    @Test
    void theModelTakesTheStepsOfRecordStateAndNoOthers() throws IOException {
        var model = Files.readString(MODEL);
        var steps = STEP.matcher(model.substring(model.indexOf("Transitions =="), model.indexOf("VARIABLES")))
                .results()
                .map((MatchResult step) -> step.group(1) + " " + step.group(2))
                .toList();

        var allowed = new TreeSet<String>();
        for (var state : RecordState.values()) {
            state.next().forEach(next -> allowed.add(state + " " + next));
        }
        assertThat(steps).containsExactlyInAnyOrderElementsOf(allowed);
    }

    private record Checked(int exitCode, String output) {}

    private Checked check(String writes, String reads, int troubles, int claims, String bug) throws Exception {
        var configuration = Files.writeString(
                folder.resolve("Ledger.cfg"),
                """
                SPECIFICATION Spec
                CONSTANTS
                  Replicas = {r1, r2}
                  Writes = {%s}
                  Reads = {%s}
                  MostTroubles = %d
                  MostClaims = %d
                  Bug = "%s"
                SYMMETRY Symmetry
                INVARIANTS NothingIsSentTwice NeverOnBothSides NobodyGuesses OneTrueAnswer
                PROPERTY OnlyWhatMayFollow
                CHECK_DEADLOCK FALSE
                """
                        .formatted(writes == null ? "" : writes, reads == null ? "" : reads, troubles, claims, bug));
        var output = folder.resolve("output.txt");
        // It ends its process.
        var process = new ProcessBuilder(command(configuration))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Checked(process.waitFor(), Files.readString(output));
    }

    private List<String> command(Path configuration) throws URISyntaxException {
        var tools = Path.of(
                TLC.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                tools.toString(),
                TLC.class.getName(),
                "-workers",
                "2",
                "-metadir",
                folder.resolve("states").toString(),
                "-config",
                configuration.toString(),
                MODEL.toString()));
    }
}
