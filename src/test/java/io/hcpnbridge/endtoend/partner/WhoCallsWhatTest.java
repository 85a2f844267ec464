package io.hcpnbridge.endtoend.partner;

import static io.hcpnbridge.endtoend.partner.ErpDesk.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.journal.Call;
import io.hcpnbridge.standin.wire.WireHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Which endpoint a document goes to, in whose name, and what leaves with the call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoCallsWhatTest {
    private static final String OTHER_PARTNER = "0fake00partner00000000000000000b";
    private static final List<String> CUSTOMERS = List.of("acme-c1", "acme-c2", "acme-c3");
    private static final List<String> OTHER_CUSTOMERS = List.of("zenith-c1", "zenith-c2", "zenith-c3");
    private static final String NO_KEYS = "acme-without-keys";
    private static final Set<String> HEADERS = Set.of(
            "host",
            "content-type",
            "content-length",
            "connection",
            "user-agent",
            "x-sdk-date",
            "x-language",
            "authorization");

    /** A list with wishes of one tenant, and the endpoint it goes to. */
    record Choice(String tenant, String wishes, Api api) {
        String document() {
            return (tenant + " " + wishes).replace("want", "").strip().replaceAll("[^A-Za-z0-9]", "-");
        }
    }

    static final List<Choice> CHOICES = List.of(
            new Choice("acme", "", Api.NEW_LIST),
            new Choice("acme-old", "", Api.OLD_LIST),
            new Choice("acme-new", "", Api.NEW_LIST),
            new Choice("acme", "wantOriginal=Y", Api.OLD_LIST),
            new Choice("acme-old", "wantOriginal=Y", Api.OLD_LIST),
            new Choice("acme", "wantExtended=Y", Api.NEW_LIST),
            new Choice("acme-new", "wantExtended=Y", Api.NEW_LIST),
            new Choice("acme", "paidForMembers=Y", Api.NEW_LIST),
            new Choice("acme", "indirectPartnerId=p1", Api.NEW_LIST));

    static final List<Choice> CONFLICTS = List.of(
            new Choice("acme-old", "wantExtended=Y", null),
            new Choice("acme-old", "indirectPartnerId", null),
            new Choice("acme-new", "wantOriginal=Y", null),
            new Choice("acme", "wantOriginal=Y wantExtended=Y", null));

    private final Map<String, Answer> choices = new HashMap<>();
    private RunningBridge bridge;
    private ErpDesk desk;
    private List<Call> listCalls;
    private int documents;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> {
            var partner = surroundings.partner();
            partner.partner(OTHER_PARTNER);
            CUSTOMERS.forEach(surroundings::knowCustomer);
            partner.customer(NO_KEYS);
            surroundings.set("partner.tenants.acme.customer-access", "configured");
            surroundings.tenant("zenith", OTHER_PARTNER);
            surroundings.set("partner.tenants.zenith.language", "en_US");
            OTHER_CUSTOMERS.forEach(id -> {
                partner.customerOf(OTHER_PARTNER, id, customer -> customer);
                surroundings.knowCustomer("zenith", id);
            });
            for (var generation : List.of("old", "new")) {
                var tenant = "acme-" + generation;
                surroundings.tenant(tenant, StandInPartnerApi.PARTNER);
                surroundings.knowCustomer(tenant, "acme-c1");
                surroundings.set("partner.tenants." + tenant + ".orders-generation", generation);
            }
        });
        desk = new ErpDesk(bridge);
        for (var customer : all()) {
            bridge.partner().order(customer, draft -> draft.id("CS-" + customer));
        }
        askForAllChoices();
    }

    private void askForAllChoices() {
        var dropped = new HashMap<String, ErpDesk.Dropped>();
        for (var tenant : List.of("acme", "acme-old", "acme-new")) {
            var records = Stream.concat(CHOICES.stream(), CONFLICTS.stream())
                    .filter(choice -> choice.tenant().equals(tenant))
                    .map(WhoCallsWhatTest::wishing)
                    .toList();
            dropped.put(tenant, desk.drop(tenant, "orders.list", records));
        }
        dropped.forEach((tenant, file) -> choices.put(tenant, desk.await(file)));
        listCalls = bridge.partner().journal().calls();
    }

    @BeforeEach
    void forget() {
        bridge.partner().journal().clear();
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void contentAndConfigurationChooseTheGeneration(Choice choice) {
        assertThat(choices.get(choice.tenant()).outcome(choice.document())).isEqualTo("OK");
        assertThat(callsFor(choice)).containsExactly(choice.api());
    }

    @ParameterizedTest
    @FieldSource("CONFLICTS")
    void wishesThatContradictAreRefusedWithTheirReasonsAndWithoutACall(Choice conflict) {
        var answer = choices.get(conflict.tenant());
        assertThat(answer.outcome(conflict.document())).isEqualTo("REFUSED BRIDGE.GENERATION_CONFLICT");
        assertThat(answer.text(conflict.document())).contains(conflict.wishes().split(" "));
        if (!conflict.tenant().equals("acme")) {
            assertThat(answer.text(conflict.document()))
                    .contains("The " + conflict.tenant().substring(5) + " endpoints are configured");
        }
        assertThat(callsFor(conflict)).isEmpty();
    }

    @ParameterizedTest(name = "{0}, expireMode {1}")
    @CsvSource({"acme, 0, NEW_RENEW", "acme, 2, OLD_RENEW", "acme-old, 3, OLD_RENEW"})
    void aRenewalGoesWhereItsExpiryPolicyIsKnown(String tenant, int expireMode, Api api) {
        var document = document();
        bridge.partner().resource("acme-c1", document, draft -> draft);

        var answer = desk.ask(tenant, "orders.renew", renewal(document, "acme-c1", expireMode, document));

        assertThat(answer.outcome(document)).isEqualTo("OK");
        assertThat(bridge.partner().journal().calls().get(0).api()).isEqualTo(api);
        assertThat(bridge.partner().state().resource(document).orElseThrow().expirePolicy())
                .isEqualTo(expireMode);
    }

    @Test
    void deletionAtExpiryIsRefusedWhereOnlyTheNewEndpointsAreConfigured() {
        var document = document();
        bridge.partner().resource("acme-c1", document, draft -> draft);

        var answer = desk.ask("acme-new", "orders.renew", renewal(document, "acme-c1", 2, document));

        assertThat(answer.outcome(document)).isEqualTo("REFUSED BRIDGE.GENERATION_CONFLICT");
        assertThat(answer.text(document)).contains("expireMode=2");
        assertThat(bridge.partner().journal().total()).isZero();
    }

    @Test
    void aCustomerWithoutKeysIsRefusedWithoutACall() {
        for (var tenant : List.of("acme", "acme-old")) {
            var document = document();
            bridge.partner().resource(NO_KEYS, document, draft -> draft);

            var renewal = desk.ask(tenant, "orders.renew", renewal(document, NO_KEYS, 0, document));

            assertThat(renewal.outcome(document)).isEqualTo("REFUSED BRIDGE.NO_CREDENTIAL");
            assertThat(renewal.text(document)).contains("partner.tenants." + tenant);
            assertThat(renewal.text(document)).contains(NO_KEYS);
        }
        var document = document();
        var provisioning = desk.ask(
                "acme-old",
                "orders.provisioning",
                Map.of("document", document, "orderId", "CS-acme-c1", "customerId", NO_KEYS));
        assertThat(provisioning.outcome(document)).isEqualTo("REFUSED BRIDGE.NO_CREDENTIAL");
        assertThat(bridge.partner().journal().total()).isZero();
    }

    @Test
    void readsUseThePartnersKeysAndOldProvisioningTheCustomers() {
        desk.ask("acme", "orders.list", Map.of("document", document(), "customerId", "acme-c1"));
        desk.ask("acme", "orders.detail", Map.of("document", document(), "orderId", "CS-acme-c1"));
        desk.ask("acme", "orders.provisioning", provisioning("acme-c1", "N"));
        assertThat(keys()).containsOnly(partnerKey());

        bridge.partner().journal().clear();
        desk.ask("acme", "orders.provisioning", provisioning("acme-c1", "Y"));
        assertThat(bridge.partner().journal().callsOf(Api.OLD_PROVISIONING)).isEqualTo(1);
        assertThat(keys()).containsOnly(bridge.partner().keysOf("acme-c1").accessKey());
    }

    @Test
    void nobodysKeyEverServesAnother() {
        var dropped = new ArrayList<ErpDesk.Dropped>();
        var owners = new HashMap<String, String>();
        for (var tenant : List.of("acme", "zenith")) {
            var renewals = new ArrayList<Map<String, String>>();
            var reads = new ArrayList<Map<String, String>>();
            var lists = new ArrayList<Map<String, String>>();
            for (int n = 0; n < 8; n++) {
                for (var customer : tenant.equals("acme") ? CUSTOMERS : OTHER_CUSTOMERS) {
                    var resource = "res-" + customer + "-" + n;
                    owners.put(resource, customer);
                    bridge.partner().resource(customer, resource, draft -> draft);
                    renewals.add(renewal(document(), customer, n % 4, resource));
                    reads.add(provisioning(customer, n % 2 == 0 ? "Y" : "N"));
                    lists.add(Map.of(
                            "document", document(), "customerId", customer, "wantOriginal", n % 2 == 0 ? "Y" : "N"));
                }
            }
            dropped.add(desk.drop(tenant, "orders.renew", renewals));
            dropped.add(desk.drop(tenant, "orders.provisioning", reads));
            dropped.add(desk.drop(tenant, "orders.list", lists));
        }

        for (var file : dropped) {
            assertThat(desk.await(file).lines().stream()
                            .filter(line -> line.record().equals("result"))
                            .map(line -> line.get("status")))
                    .hasSize(24)
                    .containsOnly("OK");
        }
        assertThat(bridge.partner().journal().calls())
                .hasSizeGreaterThan(140)
                .allSatisfy(call ->
                        assertThat(call.accessKey()).as(call.toString()).isEqualTo(keyOf(ownerOf(call, owners))));
        owners.keySet()
                .forEach(resource -> assertThat(bridge.partner().journal().placedRenewals(resource))
                        .isEqualTo(1));
    }

    @Test
    void aForeignCustomersOrdersStayForeign() {
        var document = document();

        var answer = desk.ask("zenith", "orders.list", Map.of("document", document, "customerId", "acme-c1"));

        assertThat(answer.outcome(document)).isEqualTo("REFUSED CBC.99000035");
        assertThat(answer.rows(document)).isEmpty();
    }

    @Test
    void onlyIntendedHeadersLeave() {
        desk.ask("zenith", "orders.detail", Map.of("document", document(), "orderId", "CS-zenith-c1"));
        desk.ask("acme", "orders.list", Map.of("document", document(), "wantOriginal", "Y"));
        var document = document();
        bridge.partner().resource("acme-c1", document, draft -> draft.expirePolicy(3));
        desk.ask("acme", "orders.renew", renewal(document, "acme-c1", 0, document));

        assertThat(bridge.partner().journal().calls()).hasSize(4).allSatisfy(call -> {
            var names = call.headers().stream()
                    .map(WireHeader::name)
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            assertThat(HEADERS).containsAll(names);
            assertThat(names).doesNotHaveDuplicates().contains("host", "x-sdk-date", "authorization");
        });
        assertThat(bridge.partner().journal().calls(Api.NEW_DETAIL).get(0).header("X-Language"))
                .contains("en_US");
    }

    private static Map<String, String> wishing(Choice choice) {
        var record = new HashMap<String, String>();
        record.put("document", choice.document());
        record.put("orderId", choice.document());
        for (var wish :
                choice.wishes().isEmpty() ? new String[0] : choice.wishes().split(" ")) {
            record.put(wish.split("=")[0], wish.contains("=") ? wish.split("=")[1] : "p1");
        }
        return record;
    }

    private List<Api> callsFor(Choice choice) {
        return listCalls.stream()
                .filter(call -> (call.target() + "&").contains("order_id=" + choice.document() + "&"))
                .map(Call::api)
                .toList();
    }

    private Map<String, String> provisioning(String customer, String wantParts) {
        return Map.of(
                "document", document(), "orderId", "CS-" + customer, "customerId", customer, "wantParts", wantParts);
    }

    /** Whose keys a call needs: by what it asks for, not by what it was signed with. */
    private String ownerOf(Call call, Map<String, String> resources) {
        var segments = call.target().split("[/?]");
        return switch (call.api()) {
            case OLD_LIST, OLD_DETAIL, OLD_PROVISIONING, OLD_RENEW -> segments[2];
            case NEW_RENEW, TO_ON_DEMAND ->
                resources.entrySet().stream()
                        .filter(entry -> call.bodyText().contains("\"" + entry.getKey() + "\""))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .collect(Collectors.joining(" and "));
            case AUTO_RENEW_ON, AUTO_RENEW_OFF -> resources.get(segments[6]);
            case NEW_LIST, NEW_DETAIL, RESOURCE_QUERY ->
                (call.target() + call.bodyText()).contains("zenith-c") ? OTHER_PARTNER : StandInPartnerApi.PARTNER;
            default -> "nobody";
        };
    }

    private String keyOf(String owner) {
        return all().contains(owner)
                ? bridge.partner().keysOf(owner).accessKey()
                : bridge.partner().state().partner(owner).keys().accessKey();
    }

    private String partnerKey() {
        return bridge.partner().partnerKeys().accessKey();
    }

    private Set<String> keys() {
        return bridge.partner().journal().calls().stream().map(Call::accessKey).collect(Collectors.toSet());
    }

    private static List<String> all() {
        var all = new ArrayList<>(CUSTOMERS);
        all.addAll(OTHER_CUSTOMERS);
        return all;
    }

    private String document() {
        documents++;
        return "DOC-" + documents;
    }
}
