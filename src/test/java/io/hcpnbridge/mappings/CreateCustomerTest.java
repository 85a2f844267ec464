package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateCustomerTest {
    private static final String IFACE = "customers.create";
    private static final String USER = "{\"document\":\"D1\",\"platformUserId\":\"u1\"}";
    private static final String CREATED = "{\"domain_id\":\"c1\",\"domain_name\":\"hw_c1\"}";
    private static final String SEEN =
            """
            {"count":1,"customer_infos":[{"customer_id":"c1","account_name":"hw_c1","associated_on":"2024-05-06T07:08:09Z",
             "association_type":"2","xaccount_id":"u1","xaccount_type":"p1atform"}]}
            """;
    private static final String NOBODY = "{\"count\":0,\"customer_infos\":[]}";

    @Test
    void theAccountIsCreatedAndItsAssociationLookedUp() {
        RecordRun run = run(USER, request -> created(request) ? Reply.ok(CREATED) : Reply.ok(SEEN));

        assertThat(apis(run)).containsExactly("create-customer", "query-customers");
        assertThat(run.requests.get(0).get("body").toString())
                .isEqualTo(
                        "{\"xaccount_id\":\"u1\",\"xaccount_type\":\"p1atform\",\"include_association_result\":true}");
        assertThat(run.requests.get(0).has("effect")).isFalse();
        assertThat(run.requests.get(1).get("effect").textValue()).isEqualTo("read");
        assertThat(run.requests.get(1).get("body").toString())
                .isEqualTo("{\"customer_id\":\"c1\",\"offset\":0,\"limit\":100}");
        assertThat(run.status).isEqualTo("OK");
        assertThat(run.fields.toString())
                .isEqualTo("{\"customerId\":\"c1\",\"accountName\":\"hw_c1\",\"associatedOn\":\"2024-05-06T07:08:09Z\","
                        + "\"associationType\":\"2\"}");
    }

    @Test
    void theChinaSiteGetsThePhoneAndTheInternationalSiteTheMailboxAndCountry() {
        JsonNode china = run(
                        """
                        {"document":"D1","platformUserId":"u1","accountName":"new_one","mobilePhone":"13800000001",
                         "verificationCode":"123456","noMarketing":"Y","resellerId":"r1"}
                        """,
                        request -> created(request) ? Reply.ok(CREATED) : Reply.ok(SEEN))
                .requests
                .get(0)
                .get("body");
        JsonNode abroad = run(
                        """
                        {"document":"D1","platformUserId":"u1","email":"a@b.c","verificationCode":"123456","country":"MX",
                         "noMarketing":"N"}
                        """,
                        request -> created(request) ? Reply.ok(CREATED) : Reply.ok(SEEN))
                .requests
                .get(0)
                .get("body");

        assertThat(china)
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        {"domain_name":"new_one","mobile_phone":"13800000001","verification_code":"123456","xaccount_id":"u1",
                         "xaccount_type":"p1atform","is_close_market_ms":"true","indirect_partner_id":"r1",
                         "include_association_result":true}
                        """));
        assertThat(abroad)
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        {"email":"a@b.c","verification_code":"123456","domain_area":"MX","xaccount_id":"u1",
                         "xaccount_type":"p1atform","is_close_market_ms":"false","include_association_result":true}
                        """));
    }

    @Test
    void whatIsGivenIsCheckedBeforeAnythingIsCreated() {
        RecordRun run = run(checked(), request -> switch (api(request)) {
            case "check-identity" -> Reply.ok("{\"check_result\":\"available\"}");
            case "create-customer" -> Reply.ok(CREATED);
            default -> Reply.ok(SEEN);
        });

        assertThat(apis(run)).containsExactly("check-identity", "check-identity", "create-customer", "query-customers");
        assertThat(run.requests.get(0).get("effect").textValue()).isEqualTo("read");
        assertThat(run.requests.get(0).get("body").toString())
                .isEqualTo("{\"search_type\":\"name\",\"search_value\":\"new_one\"}");
        assertThat(run.requests.get(1).get("body").toString())
                .isEqualTo("{\"search_type\":\"mobile\",\"search_value\":\"0086-13800000001\"}");
    }

    @Test
    void aNameThatIsTakenEndsItBeforeTheCreation() {
        RecordRun run = run(checked(), request -> Reply.ok("{\"check_result\":\"used_by_user\"}"));

        assertThat(apis(run)).containsExactly("check-identity");
        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo("BRIDGE.ALREADY_USED");
        assertThat(run.text).contains("accountName new_one").contains("nothing was created");
    }

    @Test
    void anAnswerToTheCheckThatNobodyKnowsIsNotTakenForFree() {
        RecordRun run = run(checked(), request -> Reply.ok("{\"check_result\":\"perhaps\"}"));

        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.text).contains("perhaps");
    }

    @Test
    void aNameThatCannotBeCheckedIsNot() {
        RecordRun run = run(
                "{\"document\":\"D1\",\"platformUserId\":\"u1\",\"accountName\":\"_name\",\"checkIdentity\":\"Y\"}",
                request -> created(request) ? Reply.ok(CREATED) : Reply.ok(SEEN));

        assertThat(apis(run)).containsExactly("create-customer", "query-customers");
    }

    @Test
    void anAssociationThatTookTooLongIsFollowedAndNothingCreatedAgain() {
        int[] queries = {0};
        RecordRun run = run(
                USER,
                request -> created(request)
                        ? Reply.refused("CBC.99000050", "timed out", CREATED)
                        : Reply.ok(queries[0]++ < 3 ? NOBODY : SEEN));

        assertThat(run.requests.get(0).get("known").toString()).isEqualTo("[\"CBC.99000050\"]");
        assertThat(apis(run)).containsOnlyOnce("create-customer").hasSize(5);
        assertThat(run.status).isEqualTo("OK");
        assertThat(run.code).isNull();
        assertThat(run.fields.get("customerId").textValue()).isEqualTo("c1");
    }

    @Test
    void aTimedOutAssociationSaysThatTheWriteTookPlaceAndWaitsLongerAndLonger() {
        ObjectNode in = context(USER);
        in.set("response", ShippedMapping.json(CREATED));
        in.putObject("judgement")
                .put("verdict", "refused")
                .put("code", "CBC.99000050")
                .put("text", "timed out");
        JsonNode created = ShippedMapping.of(IFACE).response("new", in);
        in.set("cursor", created.get("next"));
        in.set("response", ShippedMapping.json(NOBODY));
        in.putObject("judgement").put("verdict", "success");
        JsonNode asked = ShippedMapping.of(IFACE).response("new", in);
        in.set("cursor", asked.get("next"));
        JsonNode askedAgain = ShippedMapping.of(IFACE).response("new", in);

        assertThat(created.get("placed").booleanValue()).isTrue();
        assertThat(created.has("later")).isFalse();
        assertThat(asked.get("later").intValue()).isEqualTo(1);
        assertThat(askedAgain.get("later").intValue()).isEqualTo(2);
    }

    @Test
    void withoutAnIdTheCustomerIsLookedForByItsNameOrTheTime() {
        RecordRun byName = run(
                "{\"document\":\"D1\",\"platformUserId\":\"u1\",\"accountName\":\"new_one\"}",
                request -> created(request) ? Reply.refused("CBC.99000050", "timed out") : Reply.ok(SEEN));
        RecordRun byTime =
                run(USER, request -> created(request) ? Reply.refused("CBC.99000050", "timed out") : Reply.ok(SEEN));

        assertThat(byName.requests.get(1).get("body").toString())
                .isEqualTo("{\"account_name\":\"new_one\",\"offset\":0,\"limit\":100}");
        assertThat(byTime.requests.get(1).get("body").toString())
                .isEqualTo("{\"associated_on_begin\":\"2026-11-22T23:30:00Z\",\"offset\":0,\"limit\":100}");
        assertThat(byName.status).isEqualTo("OK");
        assertThat(byTime.fields.get("customerId").textValue()).isEqualTo("c1");
    }

    @Test
    void aCustomerOfAnotherUserIsNotTakenForTheNewOne() {
        int[] queries = {0};
        String other = SEEN.replace("\"u1\"", "\"u2\"");
        RecordRun run = run(
                USER,
                request -> created(request)
                        ? Reply.refused("CBC.99000050", "timed out")
                        : Reply.ok(queries[0]++ < 1 ? other : SEEN));

        assertThat(run.requests).hasSize(3);
        assertThat(run.status).isEqualTo("OK");
    }

    @Test
    void anAssociationThatIsNotSeenForMinutesIsPartial() {
        RecordRun run = run(USER, request -> created(request) ? Reply.ok(CREATED) : Reply.ok(NOBODY));

        assertThat(run.requests).hasSize(13);
        assertThat(run.status).isEqualTo("PARTIAL");
        assertThat(run.code).isEqualTo("BRIDGE.ASSOCIATION_UNKNOWN");
        assertThat(run.text).contains("was created").contains("Do not create it again");
        assertThat(run.fields.get("customerId").textValue()).isEqualTo("c1");
    }

    @Test
    void aQueryThatIsRefusedIsPartialToo() {
        RecordRun run = run(USER, request -> created(request) ? Reply.ok(CREATED) : Reply.refused("CBC.0151", "拒绝访问"));

        assertThat(run.status).isEqualTo("PARTIAL");
        assertThat(run.code).isEqualTo("CBC.0151");
        assertThat(run.text).contains("was created").contains("拒绝访问");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CBC.0100", "CBC.0101", "CBC.50010059", "CBC.50010065", "CBC.50010085", "CBC.50010086", "CBC.99000038",
                "CBC.99000031", "CBC.99000029", "CBC.5017", "CBC.99000030", "CBC.99000039", "CBC.99000004",
                        "CBC.99000036",
                "CBC.99000037", "CBC.99000051", "CBC.99004008", "CBC.99004009", "CBC.99004010", "CBC.99005035",
                        "CBC.0151"
            })
    void whateverElseThePartnerRefusesIsARefusal(String code) {
        RecordRun run = run(USER, request -> Reply.refused(code, "不行"));

        assertThat(run.requests).hasSize(1);
        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo(code);
        assertThat(run.text).isEqualTo("不行");
    }

    @Test
    void withoutAPlatformIdNoCallIsMade() {
        ObjectNode in = context(USER);
        ((ObjectNode) in.get("tenant")).remove("platformId");

        JsonNode request = ShippedMapping.of(IFACE).request("new", in);

        assertThat(request.get("refusal").get("en").textValue()).contains("partner.tenants.acme.platform-id");
    }

    private static String checked() {
        return """
                {"document":"D1","platformUserId":"u1","accountName":"new_one","mobilePhone":"13800000001",
                 "verificationCode":"123456","checkIdentity":"Y"}
                """;
    }

    private static RecordRun run(String record, Function<JsonNode, Reply> partner) {
        return RecordRun.of(IFACE, "new", context(record), partner);
    }

    private static ObjectNode context(String record) {
        return ShippedMapping.context(record, "china").put("now", "2026-11-23T00:30:00Z");
    }

    private static List<String> apis(RecordRun run) {
        return run.requests.stream().map(CreateCustomerTest::api).toList();
    }

    private static boolean created(JsonNode request) {
        return api(request).equals("create-customer");
    }

    private static String api(JsonNode request) {
        return request.get("api").textValue();
    }
}
