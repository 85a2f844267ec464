package io.hcpnbridge.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.SampleRun;
import io.hcpnbridge.rehearsal.SampleWorld;
import io.hcpnbridge.rehearsal.Samples;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The image does its work as the chart's Deployment runs it. Needs root and Podman. */
@Tag("image")
@EnabledIfSystemProperty(named = "image.tar", matches = ".+")
@EnabledIfSystemProperty(named = "image.run", matches = "true")
class ContainerTest {
    private static final int RECORDS = 60;

    /** Ended by SIGTERM, and by nothing else. */
    private static final int TERMINATED = 128 + 15;

    /** Routes and a mapping by ConfigMap; they say what the image's own say. */
    private static final Map<String, Object> OWN_FILES = Map.of(
            "routes", files(Path.of("routes"), "answers.camel.yaml"),
            "mappings", Map.of("orders.list", files(Path.of("mappings/orders.list"), "*.{xml,json,yaml,jslt}")));

    private static Path folder;
    private static Podman podman;
    private static String image;

    private final Surroundings surroundings = Surroundings.start().withQueues();
    private final ChartedBridge bridge = new ChartedBridge(podman, image, surroundings, folder);

    @BeforeAll
    static void load() throws IOException {
        folder = Files.createTempDirectory("image-");
        podman = Podman.in(folder);
        image = podman.load(Path.of(System.getProperty("image.tar")));
    }

    @AfterEach
    void endSurroundings() {
        surroundings.close();
    }

    @AfterAll
    static void clear() {
        podman.close();
    }

    @Test
    void itAnswersAllSamplesWritesNothingOfItsOwnAndEndsWhenAsked() {
        SampleWorld.seed(surroundings);
        try (var container = bridge.start(OWN_FILES)) {
            assertThat(samples()).isNotEmpty().allSatisfy(result -> assertThat(result.asExpected())
                    .as(() -> result.sample().in() + ": " + result.difference())
                    .isTrue());

            assertThat(container.changes()).isEmpty();
            assertThat(container.processes()).containsExactly("10001 java");
            assertThat(container.stop()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void aNewOneGoesOnWhereTheOldOneWasAskedToEnd() {
        surroundings.knowCustomer("c1").set("work.workers", "2");
        for (int i = 0; i < RECORDS; i++) {
            surroundings.partner().resource("c1", "r" + i, resource -> resource);
        }
        try (var erp = ErpClient.connect(surroundings.sftp())) {
            try (var old = bridge.start()) {
                surroundings.partner().faults().next("renew", RECORDS, Fault.delay(Duration.ofMillis(500)));
                erp.drop("orders.renew", "april.txt", renewals());
                Awaitility.await("first renewals")
                        .atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> placed() >= 3);
                assertThat(placed()).as("asked in the middle").isLessThan(RECORDS);
                assertThat(old.stop()).isEqualTo(TERMINATED);
            }

            try (var successor = bridge.start()) {
                var answer = Awaitility.await("the answer")
                        .atMost(Duration.ofSeconds(90))
                        .until(() -> erp.answer("orders.renew", "april.txt"), Optional::isPresent)
                        .orElseThrow();
                assertThat(ErpFormat.of("orders.renew").read(answer))
                        .filteredOn(line -> line.record().equals("result"))
                        .hasSize(RECORDS)
                        .allSatisfy(line -> assertThat(line.get("status")).isEqualTo("OK"));
                assertThat(successor.isRunning()).isTrue();
            }
            for (int i = 0; i < RECORDS; i++) {
                assertThat(surroundings.partner().journal().placedRenewals("r" + i))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void theCheckBeforeAnUpgradeNeedsNoNetworkAndTellsWhatIsWrong() {
        SampleWorld.seed(surroundings);
        try (var good = bridge.check(OWN_FILES)) {
            assertThat(good.exitCode()).as(good.output()).isZero();
        }
        var broken = Map.<String, Object>of(
                "routes", Map.of("answers.camel.yaml", "- route:\n    id: send-answer\n    frm: nowhere\n"));
        try (var bad = bridge.check(broken)) {
            assertThat(bad.exitCode()).isEqualTo(1);
            assertThat(bad.output()).contains("answers.camel.yaml");
        }
    }

    @Test
    void theHeapTakesThreeQuartersOfTheMemoryUnlessToldOtherwise() {
        var ask = List.of(
                "run", "--rm", "--network", "none", "--ulimit", "nofile=4096:4096", "--ulimit", "nproc=4096:4096");
        var flags = List.of("--entrypoint", "/opt/java/bin/java", image, "-XX:+PrintFlagsFinal", "-version");
        assertThat(podman.call(Stream.of(ask, flags).flatMap(List::stream).toList()))
                .containsPattern("MaxRAMPercentage += 75[.]0")
                .containsPattern("ExitOnOutOfMemoryError += true");
        var own = List.of("--env", "JAVA_TOOL_OPTIONS=-XX:MaxRAMPercentage=60");
        assertThat(podman.call(Stream.of(ask, own, flags).flatMap(List::stream).toList()))
                .containsPattern("MaxRAMPercentage += 60[.]0");
    }

    /** Not a bound to hold: what the cache gains on this machine, in the words of the report. */
    @Test
    void theCacheMakesItStartSooner() {
        if (ChartedBridge.hasCache()) {
            var without = bridge.millisToReady("-XX:AOTMode=off");
            var with = bridge.millisToReady("-XX:AOTMode=on");
            System.out.printf("ready after %d ms without the cache, %d ms with it%n", without, with);
            assertThat(with).isLessThan(without);
        }
    }

    private static Map<String, String> files(Path folder, String glob) {
        Map<String, String> texts = new HashMap<>();
        try (var files = Files.newDirectoryStream(folder, glob)) {
            for (var file : files) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private List<SampleRun.Result> samples() {
        try (var erp = ErpClient.connect(surroundings.sftp());
                var queue = ErpQueue.connect(surroundings.broker())) {
            return new SampleRun(erp, queue, Samples.ofApis(Path.of("mappings"))).run();
        }
    }

    private int placed() {
        return IntStream.range(0, RECORDS)
                .map(i -> surroundings.partner().journal().placedRenewals("r" + i))
                .sum();
    }

    private static byte[] renewals() {
        var records = IntStream.range(0, RECORDS)
                .mapToObj(i -> Map.of(
                        "document",
                        "R" + i,
                        "customerId",
                        "c1",
                        "resource1",
                        "r" + i,
                        "periodType",
                        "2",
                        "periodNum",
                        "1",
                        "expireMode",
                        "0",
                        "autoPay",
                        "Y"))
                .toList();
        return ErpFormat.of("orders.renew").batch("RENEW", records, Map.of("periodTotal", "" + RECORDS));
    }
}
