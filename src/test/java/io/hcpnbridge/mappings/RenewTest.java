package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenewTest {
    private static final String IFACE = "orders.renew";
    private static final String RENEWED = "{\"order_ids\":[\"CS9\"]}";

    @Test
    void theOldRenewalTakesThePolicyAlongAndMixesItsSpellings() {
        RecordRun run = RecordRun.of(
                IFACE, "old", record(2), request -> Reply.ok("{\"error_code\":\"CBC.0000\",\"order_ids\":[\"CS9\"]}"));

        JsonNode request = run.requests.get(0);
        assertThat(request.get("path").toString())
                .isEqualTo("[\"v1.0\",\"c1\",\"common\",\"order-mgr\",\"resources\",\"renew\"]");
        assertThat(request.get("body").toString())
                .isEqualTo("{\"resource_ids\":[\"r1\",\"r2\"],\"period_type\":2,\"period_num\":1,\"expire_mode\":2,"
                        + "\"isAutoPay\":1}");
        assertThat(run.requests).hasSize(1);
        assertThat(run.column("renewal", "orderId")).containsExactly("CS9");
    }

    @Test
    void theNewRenewalLeavesThePolicyOut() {
        JsonNode request = run(3, always(RENEWED)).requests.get(0);

        assertThat(request.get("path").toString())
                .isEqualTo("[\"v2\",\"orders\",\"subscriptions\",\"resources\",\"renew\"]");
        assertThat(request.get("body").toString())
                .isEqualTo("{\"resource_ids\":[\"r1\",\"r2\"],\"period_type\":2,\"period_num\":1,\"is_auto_pay\":1}");
        assertThat(request.get("customer").textValue()).isEqualTo("c1");
    }

    @Test
    void withoutAutoPayTheOrderStaysUnpaid() {
        JsonNode request = ShippedMapping.of(IFACE)
                .request(
                        "new",
                        ShippedMapping.context(
                                "{\"customerId\":\"c1\",\"resource1\":\"r1\",\"periodType\":3,\"periodNum\":1}",
                                "china"));

        assertThat(request.get("body").get("is_auto_pay").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3,POST", "0,DELETE"})
    void automaticRenewalIsSwitchedResourceByResource(int expireMode, String method) {
        RecordRun run = run(expireMode, afterRenewal(Reply.nothing()));

        assertThat(run.requests).hasSize(3);
        assertThat(lastSegments(run)).containsExactly("renew", "r1", "r2");
        assertThat(run.requests.get(1).get("method").textValue()).isEqualTo(method);
        assertThat(run.status).isEqualTo("OK");
        assertThat(run.column("renewal", "orderId")).containsExactly("CS9");
    }

    @Test
    void switchingOnSendsAnEmptyObject() {
        RecordRun run = run(3, afterRenewal(Reply.nothing()));

        assertThat(run.requests.get(1).get("body").toString()).isEqualTo("{}");
        assertThat(run(0, afterRenewal(Reply.nothing())).requests.get(1).has("body"))
                .isFalse();
    }

    @Test
    void payPerUseIsAskedForAllResourcesAtOnce() {
        RecordRun run = run(1, afterRenewal(Reply.ok("{}")));

        assertThat(lastSegments(run)).containsExactly("renew", "to-on-demand");
        assertThat(run.requests.get(1).get("body").toString())
                .isEqualTo("{\"operation\":\"SET_UP\",\"resource_ids\":[\"r1\",\"r2\"]}");
        assertThat(run.status).isEqualTo("OK");
    }

    @Test
    void automaticRenewalThatIsOffAlreadyIsNoFailure() {
        RecordRun run = run(0, afterRenewal(Reply.refused("CBC.99003605", "already off")));

        assertThat(run.status).isEqualTo("OK");
        assertThat(run.code).isNull();
        assertThat(run.rows("failed")).isEmpty();
    }

    @Test
    void aRefusedPolicyKeepsTheOrdersAndMakesTheRecordPartial() {
        RecordRun run = run(3, request -> switch (lastSegment(request)) {
            case "renew" -> Reply.ok(RENEWED);
            case "r1" -> Reply.refused("CBC.99003602", "资源已过期");
            default -> Reply.nothing();
        });

        assertThat(run.requests).hasSize(3);
        assertThat(run.status).isEqualTo("PARTIAL");
        assertThat(run.code).isEqualTo("CBC.99003602");
        assertThat(run.text).contains("r1").contains("资源已过期");
        assertThat(run.column("renewal", "orderId")).containsExactly("CS9");
        assertThat(run.column("failed", "resourceId")).containsExactly("r1");
        assertThat(run.column("failed", "stage")).containsExactly("POLICY");
    }

    @Test
    void payPerUseRefusedForOneResourceIsPartial() {
        RecordRun run = run(
                1,
                afterRenewal(Reply.ok(
                        "{\"error_details\":[{\"error_code\":\"CBC.1\",\"error_msg\":\"no\",\"id\":\"r2\"}]}")));

        assertThat(run.status).isEqualTo("PARTIAL");
        assertThat(run.code).isEqualTo("CBC.1");
        assertThat(run.column("failed", "resourceId")).containsExactly("r2");
    }

    @Test
    void resourcesLeftOutOfTheRenewalMakeItPartialAndGetNoPolicy() {
        RecordRun run = run(
                3,
                request -> lastSegment(request).equals("renew")
                        ? Reply.ok(
                                """
                {"order_ids":["CS9"],"fail_resource_infos":[
                  {"resource_id":"r1","error_code":"CBC.99003100","error_msg":"unpaid order"}]}
                """)
                        : Reply.nothing());

        assertThat(lastSegments(run)).containsExactly("renew", "r2");
        assertThat(run.status).isEqualTo("PARTIAL");
        assertThat(run.code).isEqualTo("CBC.99003100");
        assertThat(run.text).isEqualTo("RENEW r1: CBC.99003100 unpaid order");
        assertThat(run.column("failed", "stage")).containsExactly("RENEW");
    }

    @Test
    void allResourcesLeftOutIsARefusal() {
        RecordRun run = run(
                3,
                always(
                        """
                {"order_ids":[],"fail_resource_infos":[
                  {"resource_id":"r1","error_code":"CBC.99003100","error_msg":"unpaid order"},
                  {"resource_id":"r2","error_code":"CBC.99003144","error_msg":"in processing"}]}
                """));

        assertThat(run.requests).hasSize(1);
        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo("CBC.99003100");
        assertThat(run.column("failed", "resourceId")).containsExactly("r1", "r2");
    }

    @ParameterizedTest
    @CsvSource({"old,CBC.3016", "new,CBC.99003016"})
    void expiredResourcesAreNamedAndTheCodeStaysThePartners(String generation, String code) {
        RecordRun run = RecordRun.of(
                IFACE,
                generation,
                record(3),
                request -> Reply.refused(code, "expired", "{\"expiredResourceIds\":[\"r2\"]}"));

        assertThat(run.requests).hasSize(1);
        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo(code);
        assertThat(run.column("expired", "resourceId")).containsExactly("r2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void settingAPolicyMayBeRepeatedButNeverTheRenewal(int expireMode) {
        RecordRun run = run(expireMode, afterRenewal(Reply.nothing()));

        assertThat(run.requests.get(0).path("idempotent").asBoolean()).isFalse();
        assertThat(run.requests.subList(1, run.requests.size()))
                .isNotEmpty()
                .allMatch(request -> request.path("idempotent").asBoolean());
    }

    @Test
    void aPolicyCallThatIsGivenUpIsAPolicyNotSetAndTheNextOneIsTried() {
        JsonNode step = givenUp(3, "{'step':'policy','resources':['r1','r2'],'at':0}", false);

        assertThat(step.get("next").get("at").intValue()).isOne();
        assertThat(step.get("rows").get(0).get("resourceId").textValue()).isEqualTo("r1");
        assertThat(step.get("rows").get(0).get("stage").textValue()).isEqualTo("POLICY");
    }

    @Test
    void aPolicyCallThatFailedIsAPolicyNotSetToo() {
        JsonNode step = givenUp(3, "{'step':'policy','resources':['r1','r2'],'at':1}", false);

        assertThat(step.get("status").textValue()).isEqualTo("PARTIAL");
        assertThat(step.get("code").textValue()).isEqualTo("CBC.0999");
        assertThat(step.has("next")).isFalse();
    }

    @Test
    void whatMayHaveBeenSetUnheardIsNotToldBeforeItIsLookedAt() {
        JsonNode first = givenUp(3, "{'step':'policy','resources':['r1','r2'],'at':0}", true);
        assertThat(first.has("rows")).isFalse();
        ObjectNode then = ShippedMapping.context(record(3), "china");
        then.set("cursor", first.get("next"));
        then.putObject("judgement").put("verdict", "success");
        JsonNode second = ShippedMapping.of(IFACE).response("new", then);

        assertThat(second.get("next").get("step").textValue()).isEqualTo("look");
        then.set("cursor", second.get("next"));
        JsonNode request = ShippedMapping.of(IFACE).request("new", then);
        assertThat(request.get("api").textValue()).isEqualTo("query-resources-new");
        assertThat(request.get("effect").textValue()).isEqualTo("read");
        assertThat(request.get("brief").booleanValue()).isTrue();
        assertThat(request.get("body").get("resource_ids").toString()).isEqualTo("[\"r1\"]");
    }

    /** What a look tells of a resource: its policies as they come, empty for none. */
    @ParameterizedTest
    @CsvSource({
        "3,3,OK",
        "3,0,POLICY",
        "3,,UNKNOWN",
        "3,3 3,UNKNOWN",
        "1,1,OK",
        "1,3,POLICY",
        "0,0,OK",
        "0,4,OK",
        "0,3,POLICY",
    })
    void whatTheLastLookShowsIsTold(int expireMode, String policies, String expected) {
        ObjectNode in = looking(expireMode, 1);
        in.putObject("judgement").put("verdict", "success");
        var data = in.putObject("response").putArray("data");
        for (String policy : policies == null ? new String[0] : policies.split(" ")) {
            data.addObject().put("resource_id", "r1").put("expire_policy", Integer.parseInt(policy));
        }

        JsonNode step = ShippedMapping.of(IFACE).response("new", in);

        assertThat(step.has("next")).isFalse();
        if (expected.equals("OK")) {
            assertThat(step.get("status").textValue()).isEqualTo("OK");
            assertThat(step.has("rows")).isFalse();
        } else {
            assertThat(step.get("status").textValue()).isEqualTo("PARTIAL");
            assertThat(step.get("code").textValue()).isEqualTo("CBC.0999");
            assertThat(step.get("rows").get(0).get("stage").textValue()).isEqualTo(expected);
        }
    }

    @Test
    void whatIsNotAsAskedAtTheFirstLookIsLookedAtOnceMoreLater() {
        ObjectNode in = looking(3, 0);
        in.putObject("judgement").put("verdict", "success");
        in.putObject("response")
                .putArray("data")
                .addObject()
                .put("resource_id", "r1")
                .put("expire_policy", 0);

        JsonNode step = ShippedMapping.of(IFACE).response("new", in);

        assertThat(step.has("rows")).isFalse();
        assertThat(step.get("later").intValue()).isPositive();
        assertThat(step.get("next").get("doubtful").get(0).get("resourceId").textValue())
                .isEqualTo("r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "refused"})
    void whatCannotBeLookedAtIsNotKnown(String verdict) {
        ObjectNode in = looking(3, 0);
        in.putObject("judgement")
                .put("verdict", verdict)
                .put("code", "CBC.0151")
                .put("text", "no");

        JsonNode step = ShippedMapping.of(IFACE).response("new", in);

        assertThat(step.has("next")).isFalse();
        assertThat(step.get("rows").get(0).get("stage").textValue()).isEqualTo("UNKNOWN");
        assertThat(step.get("text").get("en").textValue()).isEqualTo("UNKNOWN r1: CBC.0999 other");
    }

    /** After a look at r1, whose policy may have been set unheard. */
    private static ObjectNode looking(int expireMode, int looks) {
        ObjectNode in = ShippedMapping.context(record(expireMode), "china");
        in.set(
                "cursor",
                ShippedMapping.json(
                        "{\"step\":\"look\",\"looks\":%d,\"doubtful\":[{\"resourceId\":\"r1\",\"code\":\"CBC.0999\",\"text\":\"other\"}]}"
                                .formatted(looks)));
        return in;
    }

    private static JsonNode givenUp(int expireMode, String cursor, boolean uncertain) {
        ObjectNode in = ShippedMapping.context(record(expireMode), "china");
        in.set("cursor", ShippedMapping.json(cursor.replace('\'', '"')));
        var judgement = in.putObject("judgement")
                .put("verdict", "failed")
                .put("code", "CBC.0999")
                .put("text", "other");
        if (uncertain) {
            judgement.put("uncertain", true);
        }
        return ShippedMapping.of(IFACE).response("new", in);
    }

    private static RecordRun run(int expireMode, Function<JsonNode, Reply> partner) {
        return RecordRun.of(IFACE, "new", record(expireMode), partner);
    }

    private static String record(int expireMode) {
        return """
                {"document":"D1","customerId":"c1","resource1":"r1","resource3":"r2","periodType":2,"periodNum":1,
                 "expireMode":%d,"autoPay":"Y"}
                """
                .formatted(expireMode);
    }

    private static Function<JsonNode, Reply> always(String answer) {
        return request -> Reply.ok(answer);
    }

    private static Function<JsonNode, Reply> afterRenewal(Reply reply) {
        return request -> lastSegment(request).equals("renew") ? Reply.ok(RENEWED) : reply;
    }

    private static List<String> lastSegments(RecordRun run) {
        return run.requests.stream().map(RenewTest::lastSegment).toList();
    }

    private static String lastSegment(JsonNode request) {
        JsonNode path = request.get("path");
        return path.get(path.size() - 1).textValue();
    }
}
