package io.hcpnbridge.endtoend.signon;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ten thousand strangers leave nothing behind: no row, no object, no thread, no metric. */
@Tag("slow")
@Tag("logins")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodTest {
    private static final int STRANGERS = 10_000;
    private static final int AT_ONCE = 100;

    /** What would be there if each had left a kilobyte, less than a request; the adapter goes on working beside it. */
    private static final long MOST_BYTES = STRANGERS * 1_000L;

    private static final int MOST_THREADS = 16;
    private static final List<String> TABLES =
            List.of("sign_on_link", "sign_on_session", "sign_on_request", "binding_notice");

    private final HttpClient http = HttpClient.newHttpClient();
    private Doorstep doorstep;
    private String portal;
    private List<String> signed;

    @BeforeAll
    void start() throws Exception {
        doorstep = Doorstep.open(surroundings -> surroundings.set("sign-on.requests-a-second", "100000"));
        portal = doorstep.portal();
        var cloud = doorstep.partner().cloud();
        signed = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> cloud.sent(cloud.signOn(
                                portal + "/saml/acme/login", Instant.now().truncatedTo(ChronoUnit.SECONDS)))
                        .query())
                .toList();
    }

    @AfterAll
    void stop() {
        doorstep.close();
    }

    /** What is made once, such as threads, pools and compiled pages, is there after the first thousand. */
    @Test
    void nothingStaysOfAFlood() {
        flood(0, STRANGERS / 10);
        var rows = rows();
        var meters = meters();
        var others = otherThreads();
        var heap = liveHeap();

        flood(STRANGERS, STRANGERS);

        assertThat(liveHeap() - heap).isLessThan(MOST_BYTES);
        assertThat(rows()).isEqualTo(rows);
        assertThat(meters()).isEqualTo(meters);
        assertThat(threads("http-nio-127.0.0.1-" + URI.create(portal).getPort() + "-exec"))
                .isLessThanOrEqualTo(MOST_THREADS);
        assertThat(otherThreads() - others).isLessThan(MOST_THREADS);
    }

    private void flood(int first, int count) {
        for (int begun = first; begun < first + count; begun += AT_ONCE) {
            IntStream.range(begun, begun + AT_ONCE)
                    .mapToObj(n -> http.sendAsync(stranger(n), HttpResponse.BodyHandlers.discarding()))
                    .toList()
                    .forEach(answer -> assertThat(answer.join().statusCode()).isIn(400, 403, 410));
        }
    }

    /** Each comes once: with a link, a session, a request or a notice that nobody else has shown. */
    private HttpRequest stranger(int n) {
        var token = "%043d".formatted(n);
        var request = HttpRequest.newBuilder();
        return switch (n % 5) {
            case 0 -> request.uri(URI.create(portal + "/s/" + token)).build();
            case 1 ->
                request.uri(URI.create(portal + "/saml/acme/login?SAMLRequest=" + token))
                        .build();
            case 2 -> request.uri(login(n)).build();
            case 3 -> request.uri(login(n)).header("Cookie", "sign-on=" + token).build();
            default ->
                request.uri(URI.create(portal + "/saml/acme/bindings"))
                        .POST(HttpRequest.BodyPublishers.ofString("bindRequest=" + token + "&Signature=" + token))
                        .build();
        };
    }

    private URI login(int n) {
        return URI.create(portal + "/saml/acme/login?" + signed.get(n % signed.size()) + "&n=" + n);
    }

    private Map<String, Integer> rows() {
        return TABLES.stream().collect(Collectors.toMap(table -> table, table -> doorstep.bridge()
                .ledger()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single()));
    }

    private long meters() {
        return doorstep.bridge().bridge().bean(MeterRegistry.class).getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("bridge.sign.on"))
                .count();
    }

    /** The least of some looks: the adapter goes on working beside it. */
    private static long liveHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        return IntStream.range(0, 5)
                .mapToLong(n -> {
                    memory.gc();
                    return memory.getHeapMemoryUsage().getUsed();
                })
                .min()
                .orElseThrow();
    }

    private static long otherThreads() {
        return names().filter(name -> !name.startsWith("http-nio") && !name.startsWith("HttpClient"))
                .count();
    }

    private static long threads(String prefix) {
        return names().filter(name -> name.startsWith(prefix)).count();
    }

    private static Stream<String> names() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
    }
}
