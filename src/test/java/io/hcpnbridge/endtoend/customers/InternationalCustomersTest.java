package io.hcpnbridge.endtoend.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.state.Site;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Creating customers on the International site, by a solution provider, a distributor and a reseller. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InternationalCustomersTest {
    private static final String IFACE = "customers.create";

    private final StandInPartnerApi partner = new StandInPartnerApi(Site.INTERNATIONAL).start();
    private final RunningBridge bridge = RunningBridge.start(this::prepare);

    private void prepare(Surroundings surroundings) {
        partner.customers().codes().put("new@example.com", "123456", Duration.ofHours(1));
        partner.state().put(partner.partner("distributor").asDistributor());
        partner.customers().reseller("distributor", "r1");
        surroundings.international(partner);
        surroundings.set("partner.tenants.acme.role", "solution-provider");
        tenant(surroundings, "summit", "distributor");
        tenant(surroundings, "valley", "reseller");
    }

    private void tenant(Surroundings surroundings, String name, String role) {
        var keys = partner.state().partner("distributor").keys();
        var prefix = "partner.tenants." + name + ".";
        surroundings.set(prefix + "domain-id", "distributor");
        surroundings.set(prefix + "platform-id", "ACME_ERP");
        surroundings.set(prefix + "access-key", keys.accessKey());
        surroundings.set(prefix + "secret-key", keys.secretKey());
        surroundings.set(prefix + "role", role);
    }

    @BeforeEach
    void forget() {
        partner.journal().clear();
    }

    @AfterAll
    void close() {
        bridge.close();
        partner.close();
    }

    @Test
    void aCustomerIsCreatedByMailboxAndCountry() {
        var lines = ask(
                "acme",
                Map.of(
                        "document", "I1",
                        "platformUserId", "u1",
                        "email", "new@example.com",
                        "verificationCode", "123456",
                        "country", "MX",
                        "checkIdentity", "Y"));

        assertThat(lines.get(1).get("status")).isEqualTo("OK");
        assertThat(lines.get(1).get("associationType")).isEqualTo("3");
        assertThat(partner.journal().calls(Api.CHECK_IDENTITY)).hasSize(1);
        assertThat(partner.journal().calls(Api.CREATE_CUSTOMER).get(0).bodyText())
                .contains("\"domain_area\":\"MX\"")
                .contains("\"email\":\"new@example.com\"")
                .doesNotContain("mobile_phone");
    }

    @Test
    void whatTheSiteDoesNotKnowIsRefusedBeforeACall() {
        var lines = ask(
                "acme",
                Map.of(
                        "document", "I2",
                        "platformUserId", "u2",
                        "mobilePhone", "13800000001",
                        "verificationCode", "123456"));

        assertThat(rules(lines)).anyMatch(rule -> rule.startsWith("mobilePhone") && rule.contains("China site only"));
        assertThat(rules(lines)).anyMatch(rule -> rule.startsWith("country"));
        assertThat(partner.journal().total()).isZero();
    }

    @Test
    void aDistributorCreatesForItsResellerOnly() {
        var without = ask("summit", Map.of("document", "I3", "platformUserId", "u3", "country", "MX"));
        var with = ask("summit", Map.of("document", "I4", "platformUserId", "u4", "country", "MX", "resellerId", "r1"));
        var others =
                ask("summit", Map.of("document", "I5", "platformUserId", "u5", "country", "MX", "resellerId", "r2"));

        assertThat(rules(without)).anyMatch(rule -> rule.startsWith("resellerId"));
        assertThat(with.get(1).get("status")).isEqualTo("OK");
        assertThat(others.get(1).get("status")).isEqualTo("REFUSED");
        assertThat(others.get(1).get("code")).isEqualTo("CBC.99000037");
        assertThat(partner.journal().calls(Api.CUSTOMERS).get(0).bodyText()).contains("\"indirect_partner_id\":\"r1\"");
    }

    @Test
    void aResellerIsRefusedBeforeACallAndASolutionProviderHasNoResellers() {
        var reseller = ask("valley", Map.of("document", "I6", "platformUserId", "u6", "country", "MX"));
        var provider =
                ask("acme", Map.of("document", "I7", "platformUserId", "u7", "country", "MX", "resellerId", "r1"));

        assertThat(rules(reseller)).anyMatch(rule -> rule.contains("solution providers and distributors only"));
        assertThat(rules(provider)).anyMatch(rule -> rule.contains("distributors only"));
        assertThat(partner.journal().total()).isZero();
    }

    private static List<String> rules(List<Line> refusal) {
        return refusal.stream()
                .filter(line -> line.record().equals("problem"))
                .map(line -> line.get("field") + ": " + line.get("rule"))
                .toList();
    }

    private List<Line> ask(String tenant, Map<String, String> record) {
        var format = ErpFormat.of(IFACE);
        var document = record.get("document");
        var batch = format.batch(tenant, "B" + document, List.of(record), Map.of());
        return format.read(bridge.answerTo(IFACE, document + ".xml", batch));
    }
}
