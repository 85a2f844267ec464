package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.journal.Call;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.ServiceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices of many lines and of single products, by either generation, and what becomes of them when one is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PricesTest {
    private static final String PERIOD = "prices.period";
    private static final String BY_SPEC = "prices.by-spec";
    private static final String FIRST = "c0ffee0000000000000000000000001";
    private static final String SECOND = "c0ffee0000000000000000000000002";

    private RunningBridge bridge;
    private ErpDesk desk;
    private int documents;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.knowCustomer(FIRST).knowCustomer(SECOND);
            surroundings.tenant("acme-old", StandInPartnerApi.PARTNER);
            surroundings.knowCustomer("acme-old", FIRST);
            surroundings.set("partner.tenants.acme-old.orders-generation", "old");
            surroundings.set("partner.quotas.rate-period-new", "1000");
        });
        desk = new ErpDesk(bridge);
        bridge.partner()
                .state()
                .prices()
                .project("p1", FIRST)
                .project("p1b", FIRST)
                .project("p2", SECOND)
                .project("own", StandInPartnerApi.PARTNER)
                .grant(FIRST, "D605", 605, "商务折扣", "0.10")
                .put(product("s6.linux").per(2, "120.30").perUse("Duration", 4, "0.123456"))
                .put(product("pond").per(2, "600.00").inInstallments("300.00", 2));
    }

    @BeforeEach
    void forget() {
        bridge.partner().journal().clear();
        bridge.partner().faults().clear();
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void aHundredLinesOfACustomerAndProjectShareACall() {
        var records = new ArrayList<Map<String, String>>();
        for (int i = 1; i <= 250; i++) {
            var line = line(FIRST, i % 5 == 0 ? "p1b" : "p1", "s6.linux");
            line.put("periodNum", String.valueOf(i));
            records.add(line);
        }
        records.add(line(SECOND, "p2", "s6.linux"));

        var answer = desk.ask(Surroundings.TENANT, PERIOD, records);

        assertThat(bridge.partner().journal().calls(Api.PERIOD_PRICE)).hasSize(4);
        for (int i = 1; i <= 250; i++) {
            var document = records.get(i - 1).get("document");
            var price = 12030L * i;
            assertThat(answer.column("price", document, "officialAmount"))
                    .containsExactly(price / 100 + "." + (price % 100 < 10 ? "0" : "") + price % 100);
            assertThat(answer.of("discount", document)).hasSize(1);
        }
        assertThat(answer.of("discount", records.get(250).get("document"))).isEmpty();
        assertThat(answer.sum("officialAmount", "CNY")).isEqualTo("3774532.80");
        assertThat(keysOf(SECOND)).isEqualTo(1);
        assertThat(keysOf(FIRST)).isEqualTo(3);
    }

    @Test
    void oneProductThatIsUnknownDoesNotSpoilTheOthers() {
        var good = line(FIRST, "p1", "s6.linux");
        var unknown = line(FIRST, "p1", "s6.win");
        var alsoGood = line(FIRST, "p1", "s6.linux");

        var answer = desk.ask(Surroundings.TENANT, PERIOD, List.of(good, unknown, alsoGood));

        assertThat(answer.outcome(good.get("document"))).isEqualTo("OK");
        assertThat(answer.outcome(unknown.get("document"))).isEqualTo("REFUSED CBC.99006006");
        assertThat(answer.text(unknown.get("document"))).contains("not found");
        assertThat(answer.outcome(alsoGood.get("document"))).isEqualTo("OK");
        assertThat(bridge.partner().journal().calls(Api.PERIOD_PRICE)).hasSize(4);
    }

    @Test
    void aForeignProjectIsRefusedInOneCall() {
        var records = List.of(line(SECOND, "p1", "s6.linux"), line(SECOND, "p1", "s6.linux"));

        var answer = desk.ask(Surroundings.TENANT, PERIOD, List.copyOf(records));

        records.forEach(
                record -> assertThat(answer.outcome(record.get("document"))).isEqualTo("REFUSED CBC.99006073"));
        assertThat(bridge.partner().journal().total()).isEqualTo(1);
    }

    @Test
    void instalmentsComeWithTheirLineOnly() {
        var pond = line(FIRST, "p1", "pond");
        pond.put("feeInstallment", "HALF_PAY");
        var ordinary = line(FIRST, "p1", "s6.linux");

        var answer = desk.ask(Surroundings.TENANT, PERIOD, List.of(pond, ordinary));

        assertThat(answer.column("price", pond.get("document"), "installmentOfficialAmount"))
                .containsExactly("300.00");
        assertThat(answer.column("discount", pond.get("document"), "installmentAmount"))
                .containsExactly("270.0000");
        assertThat(answer.column("price", ordinary.get("document"), "installmentOfficialAmount"))
                .containsExactly("");
    }

    @Test
    void linesThatShareACallFailTogetherAndAreTriedTogether() {
        bridge.partner().faults().next(Api.PERIOD_PRICE, 1, Fault.error(500, "CBC.0999", "Other errors."));
        bridge.partner().faults().next(Api.PERIOD_PRICE, 1, Fault.error(429, "APIGW.0308", "Too fast"));
        var records = List.of(line(FIRST, "p1", "s6.linux"), line(FIRST, "p1", "s6.linux"));

        var answer = desk.ask(Surroundings.TENANT, PERIOD, List.copyOf(records));

        records.forEach(
                record -> assertThat(answer.outcome(record.get("document"))).isEqualTo("OK"));
        assertThat(bridge.partner().journal().calls(Api.PERIOD_PRICE)).hasSize(3);
    }

    @Test
    void bothGenerationsGiveTheSameAnswer() {
        var period = spec(FIRST, "p1");
        period.putAll(Map.of("chargingMode", "0", "periodType", "2", "periodNum", "3"));
        var use = spec(FIRST, "p1");
        use.putAll(Map.of("chargingMode", "1", "usageFactor", "Duration", "usageValue", "10", "usageUnit", "4"));

        var recent = desk.ask(Surroundings.TENANT, BY_SPEC, List.of(period, use));
        var old = desk.ask("acme-old", BY_SPEC, List.of(period, use));

        for (var record : List.of(period, use)) {
            var document = record.get("document");
            assertThat(recent.outcome(document)).isEqualTo("OK");
            assertThat(old.result(document)).isEqualTo(recent.result(document));
            assertThat(old.rows(document)).isEqualTo(recent.rows(document)).hasSize(1);
        }
        assertThat(apis())
                .containsExactlyInAnyOrder(Api.PERIOD_PRICE, Api.ON_DEMAND_PRICE, Api.OLD_PRICE, Api.OLD_PRICE);
    }

    @Test
    void thePartnerAsksTheOldEndpointWithItsOwnKeys() {
        bridge.partner().state().prices().oldMeasure(3).tellCurrency(false);
        var record = spec("", "own");
        record.putAll(Map.of("chargingMode", "0", "periodType", "2", "periodNum", "1"));

        var answer = desk.ask(Surroundings.TENANT, BY_SPEC, record);
        bridge.partner().state().prices().oldMeasure(1).tellCurrency(true);

        assertThat(answer.column("price", record.get("document"), "officialAmount"))
                .containsExactly("120.30");
        assertThat(answer.column("price", record.get("document"), "currency")).containsExactly("CNY");
        var call = bridge.partner().journal().calls(Api.OLD_PRICE).get(0);
        assertThat(call.accessKey()).isEqualTo(bridge.partner().partnerKeys().accessKey());
        assertThat(call.target()).contains("/" + StandInPartnerApi.PARTNER + "/");
    }

    @Test
    void whatTheConfiguredGenerationCannotDoIsRefusedWithoutACall() {
        var record = spec(FIRST, "p1");
        record.putAll(Map.of("chargingMode", "0", "periodType", "2", "periodNum", "1", "wantDiscounts", "Y"));

        var answer = desk.ask("acme-old", BY_SPEC, record);

        assertThat(answer.outcome(record.get("document"))).isEqualTo("REFUSED BRIDGE.GENERATION_CONFLICT");
        assertThat(answer.text(record.get("document"))).contains("The old endpoints are configured", "wantDiscounts=Y");
        assertThat(bridge.partner().journal().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "400, CBC.99006006, REFUSED",
        "200, CBC.30050012, REFUSED",
        "500, CBC.0999, FAILED",
    })
    void aCodeOfThePartnerIsAnsweredAsWhatItIs(int status, String code, String outcome) {
        var period = line(FIRST, "p1", "s6.linux");
        var spec = spec(FIRST, "p1");
        spec.putAll(Map.of("chargingMode", "1", "usageFactor", "Duration", "usageValue", "1", "usageUnit", "4"));
        bridge.partner().faults().always(call -> true, Fault.error(status, code, "说明"));

        var first = desk.drop(Surroundings.TENANT, PERIOD, List.of(period));
        var second = desk.drop(Surroundings.TENANT, BY_SPEC, List.of(spec));

        assertThat(desk.await(first).outcome(period.get("document"))).isEqualTo(outcome + " " + code);
        assertThat(desk.await(second).outcome(spec.get("document"))).isEqualTo(outcome + " " + code);
    }

    @Test
    void anIdentityThatHasExpiredIsNoRefusal() {
        bridge.partner().faults().next(Api.PERIOD_PRICE, 1, Fault.error(403, "CBC.0154", "Token expired."));
        var record = line(FIRST, "p1", "s6.linux");

        var answer = desk.ask(Surroundings.TENANT, PERIOD, record);

        assertThat(answer.outcome(record.get("document"))).isEqualTo("OK");
        assertThat(bridge.partner().journal().calls(Api.PERIOD_PRICE)).hasSize(2);
    }

    @Test
    void manyDigitsStayExact() {
        bridge.partner()
                .state()
                .prices()
                .put(product("exact").per(2, "12345678901234.567890").perUse("Duration", 4, "0.12345678901"));
        var period = line(FIRST, "p1", "exact");
        var use = spec(FIRST, "p1");
        use.putAll(Map.of("resourceSpec", "exact", "chargingMode", "1", "usageFactor", "duration"));
        use.putAll(Map.of("usageValue", "1", "usageUnit", "4", "precision", "1"));

        var prices = desk.ask(Surroundings.TENANT, PERIOD, period);
        var uses = desk.ask(Surroundings.TENANT, BY_SPEC, use);

        assertThat(prices.column("price", period.get("document"), "officialAmount"))
                .containsExactly("12345678901234.567890");
        assertThat(uses.column("price", use.get("document"), "officialAmount")).containsExactly("0.1234567890");
    }

    private Map<String, String> line(String customer, String project, String spec) {
        var record = product(customer, project, spec);
        record.putAll(Map.of("periodType", "2", "periodNum", "1", "quantity", "1"));
        return record;
    }

    private Map<String, String> spec(String customer, String project) {
        var record = product(customer, project, "s6.linux");
        record.put("quantity", "1");
        return record;
    }

    private Map<String, String> product(String customer, String project, String spec) {
        documents++;
        var record = new LinkedHashMap<String, String>();
        record.put("document", "PRICE-" + documents);
        record.put("customerId", customer);
        record.put("projectId", project);
        record.put("service", ServiceType.EC2.code());
        record.put("resourceType", "hws.resource.type.vm");
        record.put("resourceSpec", spec);
        record.put("region", "cn-north-1");
        return record;
    }

    private static CatalogProduct product(String spec) {
        return CatalogProduct.of("PRD-" + spec, ServiceType.EC2, "hws.resource.type.vm", "cn-north-1", spec);
    }

    private long keysOf(String customer) {
        var key = bridge.partner().keysOf(customer).accessKey();
        return bridge.partner().journal().calls().stream()
                .filter(call -> call.accessKey().equals(key))
                .count();
    }

    private List<Api> apis() {
        return bridge.partner().journal().calls().stream().map(Call::api).toList();
    }
}
