package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator sees, in a real browser, under the shipped login and policy. */
@Tag("slow")
@Tag("browser")
class HawtioTest {
    private static final Path PICTURES = Path.of("target", "hawtio");
    private static final Pattern COUNTER = Pattern.compile("(?m)^\\s*[1-9]\\d*\\s*$");

    private static RunningConsole console;
    private static Chromium chromium;
    private HawtioPage hawtio;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(
                Chromium.isInstalled(), "Hawtio is not looked at: no /usr/bin/chromium; install the package chromium");
        Files.createDirectories(PICTURES);
        console = RunningConsole.over(RunningConsole.PARCELS);
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            console.close();
        }
    }

    @BeforeEach
    void openWindow() {
        hawtio = chromium.hawtio(console.at("/"));
    }

    @AfterEach
    void closeWindow() {
        hawtio.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/info",
                "/actuator/metrics",
                "/actuator/hawtio/",
                "/actuator/hawtio/camel",
                "/actuator/jolokia"
            })
    void aStrangerGetsTheLoginPage(String path) {
        hawtio.open(path);
        assertThat(hawtio.address()).endsWith("/login");
        assertThat(hawtio.text()).contains("Please sign in");
    }

    @Test
    void aWrongPasswordIsRefused() {
        hawtio.login(RunningConsole.USER, "wrong");
        assertThat(hawtio.address()).endsWith("/login?error");
        assertThat(hawtio.text()).contains("Invalid credentials");
    }

    @Test
    void theTreeShowsEveryRouteById() {
        hawtio.login(RunningConsole.USER, RunningConsole.PASSWORD).waitFor("take-parcels");
        assertThat(hawtio.text()).contains("hcpn-erp-bridge", "take-parcels", "weigh-parcel", "fetch-letters");
    }

    @Test
    void aRouteIsDrawnWithItsStepsAndTheirCounters() {
        hawtio.login(RunningConsole.USER, RunningConsole.PASSWORD).openRoute("take-parcels");
        await().untilAsserted(() -> {
            assertThat(hawtio.step("wait-for-parcel")).containsPattern(COUNTER);
            assertThat(hawtio.step("put-on-shelf")).containsPattern(COUNTER);
        });
        assertThat(hawtio.step("is-heavy")).contains("When");
        hawtio.screenshot(PICTURES.resolve("route.png"));
        assertThat(hawtio.troubles()).isEmpty();
    }

    @Test
    void allRoutesAreListedWithStateAndTotals() {
        hawtio.login(RunningConsole.USER, RunningConsole.PASSWORD)
                .openAllRoutes()
                .openTab("Routes")
                .waitFor("Started");
        hawtio.screenshot(PICTURES.resolve("routes.png"));
        assertThat(hawtio.text()).contains("take-parcels", "Started", "fetch-letters", "Stopped");
        assertThat(hawtio.troubles()).isEmpty();
    }

    @Test
    void noTabOfARouteAsksForMoreThanIsAllowed() {
        hawtio.login(RunningConsole.USER, RunningConsole.PASSWORD).openRoute("weigh-parcel");
        for (var tab : List.of("Attributes", "Operations", "Source", "Properties", "Exchanges", "Chart")) {
            hawtio.openTab(tab).screenshot(PICTURES.resolve(tab.toLowerCase(Locale.ROOT) + ".png"));
            assertThat(hawtio.troubles()).as(tab).isEmpty();
        }
    }

    @Test
    void theFolderOfEndpointsHidesPasswords() {
        hawtio.login(RunningConsole.USER, RunningConsole.PASSWORD)
                .openFolder("endpoints")
                .waitFor("password=xxxxxx");
        assertThat(hawtio.text()).doesNotContain("canary-a81f3c");
        assertThat(hawtio.troubles()).isEmpty();
    }

    @Test
    void theOperatorSeesOnesNameAndLogsOut() {
        hawtio.login(RunningConsole.USER, RunningConsole.PASSWORD)
                .openRoute("take-parcels")
                .waitFor(RunningConsole.USER)
                .logout()
                .waitFor("You have been signed out");
        assertThat(hawtio.open("/actuator/hawtio/").address()).endsWith("/login");
    }
}
