package io.hcpnbridge.endtoend.signon;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.FreePort;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.signon.PartnerLogin;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The process that led a customer to the partner is gone when the partner's request comes; or two processes get that request at once. */
@Tag("slow")
@Tag("kills")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledSignOnTest {
    private static final int ROUNDS = 10;

    private final int port = FreePort.find();
    private final int otherPort = FreePort.find();
    private final String portal = "http://127.0.0.1:" + port;
    private final PartnerLogin partner = new PartnerLogin(0);
    private final Surroundings surroundings = Surroundings.start().withQueues();
    private ErpQueue queue;
    private BridgeProcess one;

    @BeforeAll
    void start() throws Exception {
        surroundings.withSignOn(partner, port);
        surroundings.set("sign-on.requests-a-second", "1000");
        queue = ErpQueue.connect(surroundings.broker());
        one = launch().awaitStart();
        partner.upload(Surroundings.PLATFORM, portal + "/saml/acme");
        partner.bind(Surroundings.PLATFORM, "user-1", "bound-before");
    }

    @AfterAll
    void stop() {
        one.close();
        queue.close();
        surroundings.close();
        partner.close();
    }

    @Test
    void aLinkThatAKilledProcessHasBegunWorksOnceAndOnlyOnce() throws Exception {
        var link = link("K-1");
        var browser = new CustomerBrowser();
        var login = browser.once(link).headers().firstValue("Location").orElseThrow();
        var request = browser.once(login).headers().firstValue("Location").orElseThrow();

        one.kill();
        one = launch().awaitStart();
        var handover = browser.once(request);
        assertThat(browser.press(handover).body()).contains("bound-before");

        one.kill();
        one = launch().awaitStart();
        assertThat(browser.once(request).statusCode()).isEqualTo(403);
        assertThat(browser.once(request()).statusCode()).isEqualTo(403);
        assertThat(new CustomerBrowser().once(link).statusCode()).isEqualTo(410);
        assertThat(partner.signedOn()).hasSize(1);
    }

    @Test
    void twoReplicasThatAreAskedAtOnceGiveOneAssertion() throws Exception {
        surroundings.set("sign-on.port", String.valueOf(otherPort));
        try (var other = launch().awaitStart()) {
            for (int round = 0; round < ROUNDS; round++) {
                var same = request();
                assertOneOf(follow("S-" + round), same, at(otherPort, same));
                assertOneOf(follow("D-" + round), request(), at(otherPort, request()));
            }
        } finally {
            surroundings.set("sign-on.port", String.valueOf(port));
        }
    }

    private static void assertOneOf(CustomerBrowser browser, String... addresses) {
        var answers = Stream.of(addresses)
                .map(address -> CompletableFuture.supplyAsync(() -> answer(browser, address)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 403);
        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("SAMLResponse"))
                .hasSize(1);
    }

    private static HttpResponse<String> answer(CustomerBrowser browser, String address) {
        try {
            return browser.once(address);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String at(int replica, String address) {
        return address.replaceFirst(":" + port + "/", ":" + replica + "/");
    }

    private CustomerBrowser follow(String document) throws Exception {
        var browser = new CustomerBrowser();
        assertThat(browser.once(link(document)).statusCode()).isEqualTo(303);
        return browser;
    }

    private String request() {
        var login = portal + "/saml/acme/login";
        var cloud = partner.cloud();
        return login + "?"
                + cloud.sent(cloud.signOn(login, Instant.now().truncatedTo(ChronoUnit.SECONDS)))
                        .query();
    }

    private String link(String document) {
        return ErpMessage.user(queue, document, "SIGN-ON", "user-1", "console")
                .path("link")
                .asText();
    }

    private BridgeProcess launch() {
        return BridgeProcess.launch(surroundings, "-Xmx400m");
    }
}
