package io.hcpnbridge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.FreePort;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the work loses while ten people have the overview open, which asks anew every five seconds: with and without them by turns, in one
 * run, after both have been done often enough to be compiled.
 */
@Tag("campaign")
@EnabledIfSystemProperty(named = "campaign.seed", matches = "\\d+")
class OpenOverviewsTest {
    private static final int PEOPLE = 10;
    private static final int RECORDS = Integer.getInteger("overviews.records", 2_000);
    private static final int TURNS = Integer.getInteger("overviews.turns", 8);
    private static final double LEAST = 0.97;
    private static final List<String> PARTS = List.of("/desk/state", "/desk/day");
    private static final int LOOKS_BEFORE = 2_000;

    @Test
    void theWorkKeepsItsPaceWhileTenPeopleLookOn() throws Exception {
        var surroundings = Surroundings.start();
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().journal().countOnly();
        var port = FreePort.find();
        surroundings.set("server.port", String.valueOf(port));
        Quotas.largest().forEach((api, quota) -> surroundings.set("partner.quotas." + api, quota.toString()));
        try (var bridge = BridgeProcess.start(surroundings, "-Xmx512m");
                var erp = ErpClient.connect(surroundings.sftp())) {
            assertThat(bridge.isAlive()).isTrue();
            warm(erp, URI.create("http://127.0.0.1:" + port), surroundings.operatorPassword());
            var alone = new ArrayList<Duration>();
            var watched = new ArrayList<Duration>();
            var looks = new AtomicInteger();
            for (int turn = 0; turn < TURNS; turn++) {
                alone.add(work(erp, "alone" + turn));
                var people = Executors.newScheduledThreadPool(PEOPLE);
                try {
                    var looking = look(
                            people, URI.create("http://127.0.0.1:" + port), surroundings.operatorPassword(), looks);
                    watched.add(work(erp, "watched" + turn));
                    assertThat(looking).noneMatch(Future::isDone);
                } finally {
                    people.shutdownNow();
                }
            }
            var ratio = seconds(alone) / seconds(watched);
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .printf(
                            "%,d records take %.1f s alone and %.1f s while %d overviews are open (%d looks): %.3f of the pace; alone %s, watched %s%n",
                            RECORDS, seconds(alone), seconds(watched), PEOPLE, looks.get(), ratio, alone, watched);
            assertThat(ratio).isGreaterThanOrEqualTo(LEAST);
        } finally {
            surroundings.close();
        }
    }

    private static void warm(ErpClient erp, URI desk, String password) throws Exception {
        work(erp, "warm");
        var person = person(desk, password);
        var looks = new AtomicInteger();
        for (int i = 0; i < LOOKS_BEFORE / PARTS.size(); i++) {
            PARTS.forEach(part -> get(person, desk.resolve(part), looks));
        }
        assertThat(looks).hasValue(LOOKS_BEFORE);
        work(erp, "warm again");
    }

    private static Duration work(ErpClient erp, String name) {
        var lines = IntStream.range(0, RECORDS)
                .mapToObj(i -> Map.of("document", name + "-" + i, "orderId", "CS1"))
                .toList();
        var begun = System.nanoTime();
        erp.drop("orders.detail", name + ".txt", ErpFormat.of("orders.detail").batch(name, lines));
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> erp.answer("orders.detail", name + ".txt").isPresent());
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Each with a browser of their own, and not all at once. */
    private static List<ScheduledFuture<?>> look(
            ScheduledExecutorService people, URI desk, String password, AtomicInteger looks)
            throws IOException, InterruptedException {
        var looking = new ArrayList<ScheduledFuture<?>>();
        for (int person = 0; person < PEOPLE; person++) {
            var http = person(desk, password);
            for (var part : PARTS) {
                var every = part.endsWith("state") ? 5_000 : 60_000;
                looking.add(people.scheduleAtFixedRate(
                        () -> get(http, desk.resolve(part), looks), person * 500L, every, TimeUnit.MILLISECONDS));
            }
        }
        return looking;
    }

    private static HttpClient person(URI desk, String password) throws IOException, InterruptedException {
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var form = "username=" + Surroundings.OPERATOR + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        http.send(
                HttpRequest.newBuilder(desk.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        return http;
    }

    private static void get(HttpClient http, URI part, AtomicInteger looks) {
        try {
            var answer = http.send(HttpRequest.newBuilder(part).build(), BodyHandlers.ofString());
            looks.addAndGet(answer.statusCode() == 200 ? 1 : 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2).toMillis() / 1e3;
    }
}
