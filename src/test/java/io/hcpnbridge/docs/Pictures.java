package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.desk.DeskPage;
import io.hcpnbridge.operate.Chromium;
import io.hcpnbridge.operate.HawtioPage;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.SampleRun;
import io.hcpnbridge.rehearsal.SampleWorld;
import io.hcpnbridge.rehearsal.Samples;
import io.hcpnbridge.rehearsal.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the pages from a run with the samples: {@code mvn test -Dtest=Pictures}. Not among the tests that
 * {@code mvn verify} runs, as it writes into the sources.
 */
@Tag("pictures")
class Pictures {
    private static final Path FOLDER = Path.of("src", "docs");
    private static final Path CHOICE = FOLDER.resolve("hawtio-choose-generation.png");
    private static final Path DESK = FOLDER.resolve("desk.png");
    private static final Path ROUTES = FOLDER.resolve("hawtio-routes.png");

    @Test
    void areTakenFromARunWithTheSamples() throws Exception {
        Assumptions.assumeTrue(Chromium.isInstalled(), "no /usr/bin/chromium; install the package chromium");
        Files.createDirectories(FOLDER);
        try (var running = RunningBridge.start(surroundings -> SampleWorld.seed(surroundings.withQueues()));
                var chromium = Chromium.start()) {
            var results = new SampleRun(running.erp(), running.queue(), Samples.in(Path.of("mappings"))).run();
            assertThat(results).allMatch(result -> result.answer() != null);
            var console = running.bridge().console().resolve("/");
            try (var desk = DeskPage.login(
                    chromium,
                    console,
                    "en",
                    Surroundings.OPERATOR,
                    running.surroundings().operatorPassword())) {
                desk.waitForInFrame("documents answered").screenshot(DESK);
            }
            try (var hawtio = chromium.hawtio(console, 1_800, 2_000, 2)) {
                login(running, hawtio).openRoute("choose-generation").screenshotOfDiagram(CHOICE);
            }
            try (var hawtio = chromium.hawtio(console, 1_600, 1_300, 1)) {
                login(running, hawtio)
                        .openAllRoutes()
                        .openTab("Routes")
                        .waitFor("Started")
                        .screenshot(ROUTES);
            }
        }
    }

    private static HawtioPage login(RunningBridge running, HawtioPage hawtio) {
        return hawtio.login(Surroundings.OPERATOR, running.surroundings().operatorPassword());
    }
}
