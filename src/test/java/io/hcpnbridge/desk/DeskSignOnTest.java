package io.hcpnbridge.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.operate.Chromium;
import io.hcpnbridge.operate.MachineClient;
import io.hcpnbridge.rehearsal.FreePort;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.signon.PartnerLogin;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What operators see of customers who sign on: links, bound accounts, and whether the customers became the partner's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskSignOnTest {
    private static final Path PICTURES = Path.of("target", "desk");
    private static final String ASSOCIATIONS = "customers.associations";

    private PartnerLogin partner;
    private RunningBridge bridge;
    private Chromium chromium;

    @BeforeAll
    void start() throws Exception {
        Files.createDirectories(PICTURES);
        partner = new PartnerLogin(0);
        var port = FreePort.find();
        bridge = RunningBridge.start(surroundings -> surroundings
                .withQueues()
                .set("erp.queue.event", "erp.events")
                .set("desk.logins.vera.role", "viewer")
                .set("desk.logins.vera.password", "only looks around")
                .set("desk.logins.otto.role", "operator")
                .set("desk.logins.otto.password", "keeps it going")
                .withSignOn(partner, port));
        partner.upload(Surroundings.PLATFORM, "http://127.0.0.1:" + port + "/saml/acme");
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        bridge.close();
        partner.close();
    }

    @Test
    void aBindingIsFoundByWhateverOneHasAtHand() throws Exception {
        bound("id-of-lilei", "account_of_lilei", "lilei", 1);

        for (var text : new String[] {"id-of-lilei", "account_of_lilei", "lilei"}) {
            var found = otto("bindings?q=" + text);
            assertThat(found).as(text).hasSize(1);
            assertThat(found.at("/0/customerId").asText()).isEqualTo("id-of-lilei");
            assertThat(found.at("/0/accountName").asText()).isEqualTo("account_of_lilei");
            assertThat(found.at("/0/platformUserId").asText()).isEqualTo("lilei");
            assertThat(found.at("/0/bound").asBoolean()).isTrue();
        }
        assertThat(otto("bindings?q=lile")).isEmpty();
        Awaitility.await()
                .until(() -> otto("bindings?q=lilei").at("/0/event").asText().equals("SENT"));
    }

    @Test
    void theAssociationIsKnownByListsOnly() throws Exception {
        bridge.partner().customer("id-of-among");
        bound("id-of-among", "among", "among", 1);
        bound("id-of-failed", "failed", "failed", 1);
        assertThat(association("among")).isEqualTo("NOT_KNOWN");
        assertThat(association("failed")).isEqualTo("NOT_KNOWN");

        bridge.ask(ASSOCIATIONS, Map.of("document", "A-1", "customerId", "id-of-among"));
        assertThat(association("among")).isEqualTo("AMONG");
        assertThat(association("failed")).isEqualTo("NOT_KNOWN");

        bridge.ask(ASSOCIATIONS, Map.of("document", "A-2", "scope", "CHANGES"));
        assertThat(association("failed")).isEqualTo("NOT_AMONG");
        assertThat(association("among")).isEqualTo("AMONG");

        bound("id-of-late", "late", "late", 1);
        assertThat(association("late")).as("bound after the list").isEqualTo("NOT_KNOWN");
        bridge.ask(ASSOCIATIONS, Map.of("document", "A-3"));
        assertThat(association("late")).isEqualTo("NOT_AMONG");
    }

    @Test
    void anActionThatIsNotKnownIsNoBindingAndNoEvent() throws Exception {
        bound("id-of-seven", "seven", "seven", 7);

        var found = otto("bindings?q=seven");
        assertThat(found.at("/0/action").asInt()).isEqualTo(7);
        assertThat(found.at("/0/bound").asBoolean()).isFalse();
        assertThat(found.at("/0/event").asText()).isEqualTo("NONE");
    }

    @Test
    void linksAreCountedByWhatBecameOfThemAndRefusalsByRule() throws Exception {
        bridge.ledger().sql("delete from sign_on_link").update();
        link("2 days", "1 day", "null");
        link("1 hour", "1 hour", "now()");
        link("1 hour", "-1 hour", "null");
        link("8 days", "8 days", "null");
        assertThat(MachineClient.get(portal("/s/none")).statusCode()).isEqualTo(410);

        var state = otto("sign-on");
        var links = state.at("/tenants/0/links");
        assertThat(state.at("/tenants/0/tenant").asText()).isEqualTo("acme");
        assertThat(links.path("made").asInt()).isEqualTo(3);
        assertThat(links.path("used").asInt()).isEqualTo(1);
        assertThat(links.path("expired").asInt()).isEqualTo(1);
        assertThat(links.path("open").asInt()).isEqualTo(1);
        assertThat(state.at("/refused/LINK").asInt()).isPositive();
    }

    @Test
    void theDocumentForProgramsTellsHowToAsk() throws Exception {
        var paths = otto("openapi").path("paths");

        assertThat(paths.at("/~1api~1v1~1sign-on/get/summary").asText()).contains("bindings");
        assertThat(paths.at("/~1api~1v1~1bindings/get/parameters").findValuesAsText("name"))
                .containsExactly("q");
    }

    @Test
    void whoMayOnlyLookSeesNothingOfIt() throws Exception {
        bound("id-of-canary", "canary", "canary-user", 1);

        for (var path : new String[] {"sign-on", "bindings?q=canary"}) {
            assertThat(MachineClient.get(api(path), "vera", "only looks around").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(MachineClient.get(api("records?q=canary"), "vera", "only looks around")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    @Tag("slow")
    @Tag("browser")
    void theDeskShowsIt() throws Exception {
        Assumptions.assumeTrue(Chromium.isInstalled(), "The desk is not looked at: install the package chromium");
        chromium = Chromium.start();
        bridge.partner().customer("id-of-shown");
        bound("id-of-shown", "account_of_hanmeimei", "hanmeimei", 1);
        bound("id-of-lost", "account_of_lintao", "<b>lintao</b>", 1);
        bridge.ask(ASSOCIATIONS, Map.of("document", "A-9"));
        assertThat(MachineClient.get(portal("/s/none")).statusCode()).isEqualTo(410);
        link("1 hour", "1 hour", "null");

        for (var chinese : new boolean[] {false, true}) {
            try (var desk = login(chinese ? "zh-CN" : "en", "otto", "keeps it going")) {
                desk.open("/desk/sign-on").waitFor(chinese ? "未使用已过期" : "expired unused");
                assertThat(desk.text())
                        .contains("account_of_hanmeimei", "<b>lintao</b>", "LINK", "README")
                        .contains(chinese ? "关联失败时" : "When an association has failed");
                assertThat(desk.hindrances()).isEmpty();
                desk.screenshot(PICTURES.resolve(chinese ? "sign-on-zh.png" : "sign-on.png"));
                desk.open("/desk/records?q=account_of_hanmeimei").waitFor("id-of-shown");
                assertThat(desk.hindrances()).isEmpty();
                desk.screenshot(PICTURES.resolve(chinese ? "bindings-zh.png" : "bindings.png"));
                assertThat(desk.troubles()).isEmpty();
            }
        }
        try (var desk = login("en", "vera", "only looks around")) {
            desk.open("/desk").waitFor("What waits");
            assertThat(desk.text()).doesNotContain("Sign-on");
            assertThat(desk.get("/desk/sign-on")).isEqualTo(403);
            assertThat(desk.open("/desk/records?q=account_of_hanmeimei").text())
                    .contains("Nothing is called exactly so")
                    .doesNotContain("hanmeimei\n", "id-of-shown");
        }
    }

    private void bound(String customer, String account, String user, int action) throws Exception {
        var notice = ExactJson.mapper()
                .createObjectNode()
                .put("domainName", account)
                .put("domainId", customer)
                .put("xUserId", user)
                .put("bindAction", action);
        assertThat(partner.notify(Surroundings.PLATFORM, partner.cloud().notice(ExactJson.text(notice))))
                .isEqualTo(200);
    }

    /** A link as old as that, which ended that long ago. */
    private void link(String age, String ended, String usedAt) {
        bridge.ledger()
                .sql(
                        """
                        insert into sign_on_link (token_hash, tenant, document, person, binds, target, created_at, expires_at, used_at)
                        values (gen_random_uuid()::text, 'acme', 'L', '{}', false, 'console', now() - ?::interval, now() - ?::interval, %s)
                        """
                                .formatted(usedAt))
                .params(age, ended)
                .update();
    }

    private String association(String user) throws Exception {
        return otto("bindings?q=" + user).at("/0/association/state").asText();
    }

    private JsonNode otto(String path) throws Exception {
        return ExactJson.read(
                MachineClient.get(api(path), "otto", "keeps it going").body());
    }

    private DeskPage login(String language, String user, String password) {
        return DeskPage.login(chromium, bridge.bridge().console(), language, user, password);
    }

    private URI api(String path) {
        return bridge.bridge().console().resolve("/api/v1/" + path);
    }

    private URI portal(String path) {
        return URI.create(bridge.surroundings().property("sign-on.public-address") + path);
    }
}
