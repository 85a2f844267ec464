package io.hcpnbridge.endtoend.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.signon.PartnerLogin;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A customer reaches the partner cloud by a link that the ERP asked for, and the ERP hears what was bound. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerSignOnTest {
    private static final String EVENTS = "erp.events";

    private Doorstep doorstep;
    private PartnerLogin partner;
    private String portal;
    private RunningBridge bridge;

    @BeforeAll
    void start() throws Exception {
        doorstep = Doorstep.open(surroundings -> surroundings.set("erp.queue.event", EVENTS));
        partner = doorstep.partner();
        portal = doorstep.portal();
        bridge = doorstep.bridge();
        partner.bind(Surroundings.PLATFORM, "user-1", "bound-before");
    }

    @AfterAll
    void stop() {
        doorstep.close();
    }

    @Test
    void whoIsBoundArrivesAtThePageWithOneClick() throws Exception {
        var browser = new CustomerBrowser();
        var handover = browser.open(link("L-1", "SIGN-ON", "user-1"));
        var console = browser.press(handover);

        assertThat(console.uri()).hasToString(partner.address() + "/console/iam/");
        assertThat(console.body()).contains("bound-before");
        assertThat(partner.signedOn()).anySatisfy(signedOn -> assertThat(signedOn.attributes())
                .containsEntry("xUserId", "user-1")
                .containsEntry("xAccountId", "user-1")
                .containsEntry("name", "李雷")
                .containsEntry("email", "lilei@example.com"));
    }

    @Test
    void whoIsNotBindsOnTheWayAndTheErpHearsOfItOnce() throws Exception {
        var browser = new CustomerBrowser();
        var register = browser.press(browser.open(link("L-2", "BIND", "user-2")));
        assertThat(register.body()).contains("Bind an account");
        var console = browser.press(register);

        assertThat(console.body()).contains("account-of-user-2");
        var event = ExactJson.read(ErpQueue.text(
                bridge.queue().next(EVENTS, Duration.ofSeconds(20)).orElseThrow()));
        assertThat(event.path("interface").asText()).isEqualTo("customers.bound");
        assertThat(event.path("tenant").asText()).isEqualTo("acme");
        assertThat(event.at("/row/platformUserId").asText()).isEqualTo("user-2");
        assertThat(event.at("/row/customerId").asText()).isEqualTo("id-of-user-2");
        assertThat(event.at("/row/accountName").asText()).isEqualTo("account-of-user-2");

        var again = partner.cloud()
                .notice(
                        "{\"domainName\":\"account-of-user-2\",\"domainId\":\"id-of-user-2\",\"xUserId\":\"user-2\",\"bindAction\":1}");
        assertThat(partner.notify(Surroundings.PLATFORM, again)).isEqualTo(200);
        var other = partner.cloud()
                .notice("{\"domainName\":\"a\",\"domainId\":\"id-of-user-2\",\"xUserId\":\"user-2\",\"bindAction\":7}");
        assertThat(partner.notify(Surroundings.PLATFORM, other)).isEqualTo(200);
        assertThat(bridge.ledger()
                        .sql(
                                "select count(*) from event where interface = 'customers.bound' and content ->> 'platformUserId' = 'user-2'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(bridge.ledger()
                        .sql("select action from binding_notice where user_id = 'user-2' order by id")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 7);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var listed = ErpMessage.asked(
                bridge,
                "customers.bound",
                ExactJson.mapper()
                        .createObjectNode()
                        .put("document", "CB-1")
                        .put("from", now.minusSeconds(3600).toString())
                        .put("to", now.plusSeconds(60).toString()));
        assertThat(listed.path("rows").findValuesAsText("platformUserId")).containsExactly("user-2", "user-2");
        assertThat(listed.path("rows").findValuesAsText("action")).containsExactly("1", "7");
    }

    @Test
    void aLinkIsGoodForOneSignOn() throws Exception {
        var link = link("L-3", "SIGN-ON", "user-1");
        var first = new CustomerBrowser();
        var second = new CustomerBrowser();
        // Whoever only looks, as a mail reader does, uses nothing up.
        assertThat(second.once(link).statusCode()).isEqualTo(303);
        assertThat(first.press(first.open(link)).statusCode()).isEqualTo(200);

        assertThat(first.open(link).statusCode()).isEqualTo(410);
        assertThat(new CustomerBrowser().open(link).body()).contains("used, has expired");
        assertThat(bridge.ledger()
                        .sql("select person::text from sign_on_link where document = 'L-3'")
                        .query(String.class)
                        .single())
                .isEqualTo("{}");
    }

    @Test
    void aLinkThatIsTooOldIsNone() throws Exception {
        var link = link("L-4", "SIGN-ON", "user-1");
        bridge.ledger()
                .sql("update sign_on_link set expires_at = now() where document = 'L-4'")
                .update();

        assertThat(new CustomerBrowser().open(link).statusCode()).isEqualTo(410);
    }

    @Test
    void thePersonMayBeAtAnotherReplicaByThen() throws Exception {
        var browser = new CustomerBrowser();
        var login = browser.once(link("L-5", "SIGN-ON", "user-1"));
        bridge.restart();
        var console = browser.press(
                browser.open(login.headers().firstValue("Location").orElseThrow()));

        assertThat(console.body()).contains("bound-before");
    }

    @Test
    void aPageThatIsNotSetUpIsRefusedWithThoseThatAre() throws Exception {
        var result = ask("L-6", "SIGN-ON", "user-1", "nowhere");

        assertThat(result.path("status").asText()).isEqualTo("REFUSED");
        assertThat(result.path("code").asText()).isEqualTo("BRIDGE.UNKNOWN_TARGET");
        assertThat(result.path("text").asText()).contains("nowhere").contains("console");
    }

    @Test
    void nothingOfThePersonStandsInAddresses() throws Exception {
        var browser = new CustomerBrowser();
        var login = browser.once(link("L-7", "SIGN-ON", "user-secret"));
        var address = login.headers().firstValue("Location").orElseThrow();
        var request = browser.once(address).headers().firstValue("Location").orElseThrow();

        assertThat(address + request).doesNotContain("user-secret").doesNotContain("example.com");
        assertThat(login.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void everyAnswerKeepsItself() throws Exception {
        var browser = new CustomerBrowser();
        for (var page : List.of(
                browser.once(portal + "/s/unknown"),
                browser.once(portal + "/saml/acme/metadata.xml"),
                browser.open(link("L-8", "SIGN-ON", "user-1")))) {
            var headers = new HashMap<String, String>();
            page.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            assertThat(headers)
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-frame-options", "DENY")
                    .doesNotContainKey("server");
            assertThat(headers.get("content-security-policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
        }
    }

    private String link(String document, String purpose, String user) {
        var result = ask(document, purpose, user, "console");
        assertThat(result.path("status").asText()).as(result.toString()).isEqualTo("OK");
        assertThat(result.path("expiresAt").asText()).isNotBlank();
        assertThat(result.path("link").asText()).startsWith(portal + "/s/");
        return result.path("link").asText();
    }

    private JsonNode ask(String document, String purpose, String user, String target) {
        return ErpMessage.user(bridge, document, purpose, user, target);
    }
}
