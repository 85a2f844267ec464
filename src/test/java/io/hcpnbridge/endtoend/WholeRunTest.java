package io.hcpnbridge.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.operate.Chromium;
import io.hcpnbridge.rehearsal.FreePort;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.SampleRun;
import io.hcpnbridge.rehearsal.SampleWorld;
import io.hcpnbridge.rehearsal.Samples;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.signon.PartnerLogin;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What ships, run as a whole: the samples of {@code mappings/} through the routes of {@code routes/}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeRunTest {
    private final PartnerLogin login = new PartnerLogin(0);
    private RunningBridge bridge;
    private List<SampleRun.Result> first;

    @BeforeAll
    void runAllSamples() {
        bridge = RunningBridge.start(surroundings -> {
            SampleWorld.seed(surroundings.withQueues());
            surroundings.withSignOn(login, FreePort.find());
        });
        first = run(sample -> true);
    }

    @AfterAll
    void stop() {
        bridge.close();
        login.close();
    }

    @Test
    void everySampleIsAnsweredByteForByteAsItsManualShows() {
        assertThat(first).allSatisfy(result -> assertThat(result.asExpected())
                .as("%s: %s", result.sample().in(), result.asExpected() ? "" : result.difference())
                .isTrue());
    }

    @Test
    void everyInterfaceHasSamplesAndOneOfItsOwnRoutes() {
        var folders = Samples.in(Path.of("mappings")).stream()
                .map(Samples.Sample::interfaceName)
                .distinct()
                .toList();
        var interfaces = bridge.bridge().bean(MappingCatalog.class).interfaces();
        assertThat(folders).containsExactlyInAnyOrderElementsOf(interfaces);
        var endpoints = bridge.bridge().bean(CamelContext.class).getRoutes().stream()
                .map(route -> route.getEndpoint().getEndpointUri())
                .toList();
        assertThat(interfaces).allSatisfy(name -> {
            assertThat(endpoints).contains("direct://" + name);
            assertThat(endpoints).contains("seda://files-of-" + name);
        });
    }

    @Test
    void theSameFilesAgainGetTheSameAnswersWithoutACall() {
        var calls = bridge.partner().journal().total();
        first.stream().filter(result -> !result.sample().isMessage()).forEach(result -> bridge.erp()
                .delete("outbound/" + result.sample().interfaceName() + "/"
                        + result.sample().answerName()));
        var second = run(sample -> !sample.isFirstOfTwo());
        assertThat(second).allSatisfy(result -> assertThat(result.asExpected()).isTrue());
        assertThat(bridge.partner().journal().total()).isEqualTo(calls);
    }

    @Tag("slow")
    @Tag("browser")
    @Test
    void hawtioShowsTheChoiceBetweenOldAndNew() {
        assumeThat(Chromium.isInstalled()).as("Chromium is installed").isTrue();
        try (var chromium = Chromium.start();
                var page = chromium.hawtio(bridge.bridge().console())) {
            page.login(Surroundings.OPERATOR, bridge.surroundings().operatorPassword())
                    .openRoute("choose-generation");
            page.screenshot(Path.of("target", "hawtio", "choose-generation.png"));
            assertThat(page.troubles()).isEmpty();
        }
        assertThat(bridge.bridge().bean(CamelContext.class).getRoutes())
                .extracting(Route::getDescription)
                .doesNotContainNull();
    }

    private List<SampleRun.Result> run(Predicate<Samples.Sample> which) {
        var samples = Samples.in(Path.of("mappings")).stream().filter(which).toList();
        return new SampleRun(bridge.erp(), bridge.queue(), samples).run();
    }
}
