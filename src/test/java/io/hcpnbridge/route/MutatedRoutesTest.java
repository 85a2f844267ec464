package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.route.MoodyPartner.Mood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong in a route, no write that may have been placed is sent twice. */
@Tag("slow")
@Tag("mutants")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutatedRoutesTest {
    /** The files that a renewal passes; what the others do happens before it is claimed, or after it is final. */
    private static final Set<String> ON_THE_WAY = Set.of(
            "work.camel.yaml",
            "generations.camel.yaml",
            "interfaces.camel.yaml",
            "partner-call.camel.yaml",
            "customer-credential.camel.yaml");

    private static final Map<String, RouteText> FILES = files();

    private final RenewalBench bench = new RenewalBench(onTheWay());

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void theRoutesAsShippedSendEachRenewalAndRepeatWhatWasNotPlaced() {
        var work = FILES.get("work.camel.yaml");

        var renewals = bench.renewalsThrough(new RouteMutant("as shipped", work.name(), work.tree()));

        assertThat(renewals).hasSize(2 * Mood.values().length);
        assertThat(renewals.get("acme-new-" + Mood.THROTTLED)).isGreaterThan(1);
        assertNothingTwice(renewals);
    }

    @ParameterizedTest
    @MethodSource("misspelt")
    void aMisspeltPropertyIsRefusedAtTheStart(RouteMutant mutant) {
        var files = new TreeMap<>(FILES);
        var text = RouteText.of(mutant.file(), mutant.routes().toString());
        files.put(mutant.file(), text);

        assertThat(new RouteProperties(List.copyOf(files.values()), bench.beans()).problems(text))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("onTheWayOfARenewal")
    void noWriteIsSentTwice(RouteMutant mutant) {
        assertNothingTwice(bench.renewalsThrough(mutant));
    }

    static Stream<RouteMutant> misspelt() {
        return FILES.values().stream().flatMap(file -> RouteMutant.misspelt(file).stream());
    }

    /** Those with a misspelt property as well: the ledger does not depend on the check. */
    static Stream<RouteMutant> onTheWayOfARenewal() {
        return onTheWay().values().stream().flatMap(file -> {
            List<RouteMutant> mutants = new ArrayList<>(RouteMutant.misled(file));
            mutants.addAll(RouteMutant.misspelt(file));
            return mutants.stream();
        });
    }

    private static void assertNothingTwice(Map<String, Integer> renewals) {
        assertThat(renewals).allSatisfy((resource, sent) -> {
            var mood = Mood.valueOf(resource.substring(resource.lastIndexOf('-') + 1));
            if (mood.mayHaveBeenPlaced()) {
                assertThat(sent).as(resource).isOne();
            }
        });
    }

    private static Map<String, RouteText> onTheWay() {
        var files = new TreeMap<>(FILES);
        files.keySet().retainAll(ON_THE_WAY);
        return files;
    }

    private static Map<String, RouteText> files() {
        var texts = new TreeMap<String, RouteText>();
        try (var files = Files.newDirectoryStream(Path.of("routes"), "*.yaml")) {
            for (var file : files) {
                var name = file.getFileName().toString();
                texts.put(name, RouteText.of(name, Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
