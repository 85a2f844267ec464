package io.hcpnbridge.endtoend.signon;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.signon.PartnerCloud;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Customers get through a crowd of strangers who take up all that is left for strangers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdTest {
    private static final int A_SECOND = 10;
    private static final int CROWD = 20 * A_SECOND;
    private static final int CUSTOMERS = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private Doorstep doorstep;
    private PartnerCloud partner;
    private String login;

    @BeforeAll
    void start() throws Exception {
        doorstep =
                Doorstep.open(surroundings -> surroundings.set("sign-on.requests-a-second", String.valueOf(A_SECOND)));
        partner = doorstep.partner().cloud();
        login = doorstep.portal() + "/saml/acme/login";
    }

    @AfterAll
    void stop() {
        doorstep.close();
    }

    /** All steps of all customers are fewer than what a second leaves to them: none waits, however fast the machine is. */
    @Test
    void customersAndThePartnerAreNotTurnedAwayForStrangers() throws Exception {
        for (int n = 0; n < CUSTOMERS; n++) {
            var link = ErpMessage.user(doorstep.bridge(), "C-" + n, "SIGN-ON", "user-1", "console")
                    .path("link")
                    .asText();
            var browser = new CustomerBrowser();

            assertThat(crowd()).contains(503);
            assertThat(browser.once(link).statusCode()).isEqualTo(303);
            assertThat(crowd()).contains(503);
            assertThat(browser.once(login + "?" + request()).body()).contains("SAMLResponse");
        }

        assertThat(doorstep.partner().notify(Surroundings.PLATFORM, partner.notice("{}")))
                .isEqualTo(200);
    }

    /** Links and sessions that somebody has made up, the latter with a request that the partner has signed. */
    private List<Integer> crowd() {
        var signed = request();
        return IntStream.range(0, CROWD)
                .mapToObj("%043d"::formatted)
                .map(token -> token.endsWith("0")
                        ? HttpRequest.newBuilder(URI.create(login + "?" + signed))
                                .header("Cookie", "sign-on=" + token)
                        : HttpRequest.newBuilder(URI.create(doorstep.portal() + "/s/" + token)))
                .map(stranger -> http.sendAsync(stranger.build(), HttpResponse.BodyHandlers.discarding()))
                .toList()
                .stream()
                .map(answer -> answer.join().statusCode())
                .toList();
    }

    private String request() {
        return partner.sent(partner.signOn(login, Instant.now().truncatedTo(ChronoUnit.SECONDS)))
                .query();
    }
}
