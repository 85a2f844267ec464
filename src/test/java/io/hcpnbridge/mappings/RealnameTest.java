package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mappings.RecordRun.Reply;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both real-name interfaces: what is applied for, and how a review is followed. */
class RealnameTest {
    private static final String CHANGE = "customers.realname-change";
    private static final String APPLY = "customers.realname-apply";
    private static final String COMPANY =
            """
            {"document":"D1","customerId":"c1","kind":"ENTERPRISE","name":"第一公司","number":"9131","certificateType":0,
             "country":"CN","address":"上海","legalPersonName":"张三","legalPersonId":"3101","file1":"licence.jpg",
             "file2":"front.jpg","file3":"test/back.jpg"}
            """;
    private static final String TAKEN = "{\"is_review\":1}";

    @Test
    void theChangeSendsThePicturesInTheirOrderAndTheLegalPerson() {
        JsonNode request = run(CHANGE, COMPANY, request1 -> Reply.ok("{\"is_review\":0}"))
                .requests
                .get(0);

        assertThat(request.get("method").textValue()).isEqualTo("PUT");
        assertThat(request.get("body"))
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        {"customer_id":"c1","identify_type":1,"certificate_type":0,
                         "verified_file_url":["licence.jpg","front.jpg","test/back.jpg"],"corp_name":"第一公司",
                         "verified_number":"9131","reg_country":"CN","reg_address":"上海","change_type":1,
                         "xaccount_type":"p1atform","enterprise_person":{"legel_name":"张三","legel_id_number":"3101",
                         "certifier_role":"legalPerson"}}
                        """));
    }

    @Test
    void theFirstAuthenticationOfAnEnterpriseIsTheSameWithoutAChange() {
        JsonNode request = run(APPLY, COMPANY, request1 -> Reply.ok("{\"is_review\":0}"))
                .requests
                .get(0);

        assertThat(request.get("method").textValue()).isEqualTo("POST");
        assertThat(request.get("path").get(3).textValue()).isEqualTo("enterprise");
        assertThat(request.get("body").has("change_type")).isFalse();
        assertThat(request.get("body").get("corp_name").textValue()).isEqualTo("第一公司");
        assertThat(request.get("body").get("verified_file_url")).hasSize(3);
    }

    @Test
    void anIndividualAppliesByDocumentOrByBankCard() {
        JsonNode document = run(
                        APPLY,
                        """
                        {"document":"D1","customerId":"c1","kind":"INDIVIDUAL","name":"张三","number":"3101","documentType":0,
                         "file1":"1.jpg","file2":"2.jpg","file3":"3.jpg"}
                        """,
                        request -> Reply.ok("{\"is_review\":0}"))
                .requests
                .get(0);
        JsonNode card = run(
                        APPLY,
                        """
                        {"document":"D1","customerId":"c1","kind":"INDIVIDUAL","name":"张三","number":"3101","file1":"face.jpg",
                         "bankAccount":"6222","bankAreaCode":"0086","bankMobile":"138","bankVerificationCode":"123456"}
                        """,
                        request -> Reply.ok("{\"is_review\":0}"))
                .requests
                .get(0);

        assertThat(document.get("path").get(3).textValue()).isEqualTo("individual");
        assertThat(document.get("body"))
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        {"customer_id":"c1","verified_file_url":["1.jpg","2.jpg","3.jpg"],"verified_number":"3101",
                         "xaccount_type":"p1atform","identify_type":0,"verified_type":0,"name":"张三","change_type":-1}
                        """));
        assertThat(card.get("body"))
                .isEqualTo(
                        ShippedMapping.json(
                                """
                        {"customer_id":"c1","verified_file_url":["face.jpg"],"verified_number":"3101",
                         "xaccount_type":"p1atform","identify_type":4,"name":"张三","change_type":-1,
                         "bank_card_info":{"bank_account":"6222","areacode":"0086","mobile":"138",
                         "verification_code":"123456"}}
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGE, APPLY})
    void whatNeedsNoReviewIsDone(String iface) {
        RecordRun run = run(iface, COMPANY, request -> Reply.ok("{\"is_review\":0}"));

        assertThat(run.requests).hasSize(1);
        assertThat(run.status).isEqualTo("OK");
        assertThat(run.fields.toString()).isEqualTo("{\"review\":\"NONE\"}");
    }

    @ParameterizedTest
    @CsvSource({CHANGE + ",1", CHANGE + ",7", APPLY + ",1"})
    void whatIsReviewedIsAskedForUntilItHasPassed(String iface, int review) {
        int[] queries = {0};
        RecordRun run = run(
                iface,
                COMPANY,
                request -> request.has("body")
                        ? Reply.ok("{\"is_review\":" + review + "}")
                        : Reply.ok("{\"review_result\":" + (queries[0]++ < 4 ? 0 : 2) + "}"));

        assertThat(run.requests).hasSize(6);
        assertThat(run.requests.get(1).get("method").textValue()).isEqualTo("GET");
        assertThat(run.requests.get(1).get("query").toString()).isEqualTo("{\"customer_id\":\"c1\"}");
        assertThat(run.requests.get(1).get("effect").textValue()).isEqualTo("read");
        assertThat(run.status).isEqualTo("OK");
        assertThat(run.text).isNull();
        assertThat(run.fields.toString()).isEqualTo("{\"review\":\"PASSED\"}");
    }

    @Test
    void theErpIsToldThatItIsTakenAndTheQueriesBecomeRarer() {
        JsonNode taken = step(null, "{\"is_review\":1}");
        JsonNode first = step(taken.get("next"), "{\"review_result\":0}");
        JsonNode late = step(ShippedMapping.json("{\"step\":\"result\",\"queries\":40}"), "{}");

        assertThat(taken.get("pending").booleanValue()).isTrue();
        assertThat(taken.get("later").intValue()).isEqualTo(3);
        assertThat(taken.get("text").get("en").textValue()).contains("3 working days");
        assertThat(taken.has("status")).isFalse();
        assertThat(first.get("pending").booleanValue()).isTrue();
        assertThat(first.get("later").intValue()).isEqualTo(5);
        assertThat(late.get("later").intValue()).isEqualTo(14400);
    }

    @Test
    void aRejectionIsARefusalWithTheOpinion() {
        RecordRun run = run(
                CHANGE,
                COMPANY,
                request -> request.has("body")
                        ? Reply.ok(TAKEN)
                        : Reply.ok("{\"review_result\":1,\"opinion\":\"营业执照不清晰\"}"));

        assertThat(run.status).isEqualTo("REFUSED");
        assertThat(run.code).isEqualTo("BRIDGE.REVIEW_REJECTED");
        assertThat(run.text).contains("营业执照不清晰");
        assertThat(run.fields.toString()).isEqualTo("{\"review\":\"REJECTED\"}");
    }

    @Test
    void aReviewWithoutADecisionForAMonthIsPartial() {
        RecordRun run = run(
                CHANGE, COMPANY, request -> request.has("body") ? Reply.ok(TAKEN) : Reply.ok("{\"review_result\":0}"));

        assertThat(run.requests).hasSize(191);
        assertThat(run.status).isEqualTo("PARTIAL");
        assertThat(run.code).isEqualTo("BRIDGE.REVIEW_UNDECIDED");
    }

    @Test
    void aReviewThatCannotBeAskedForIsPartial() {
        RecordRun run = run(
                CHANGE,
                COMPANY,
                request -> request.has("body") ? Reply.ok(TAKEN) : Reply.refused("CBC.99000035", "不是伙伴的客户"));

        assertThat(run.status).isEqualTo("PARTIAL");
        assertThat(run.code).isEqualTo("CBC.99000035");
        assertThat(run.text).contains("was taken").contains("不是伙伴的客户");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CBC.0100",
                "CBC.99000027",
                "CBC.99000035",
                "CBC.99000099",
                "CBC.99000100",
                "CBC.99005030",
                "CBC.99007004",
                "CBC.99007188",
                "CBC.99007189",
                "CBC.99007191",
                "CBC.99007193",
                "CBC.99007202",
                "CBC.99007219",
                "CBC.99007255",
                "CBC.99007258",
                "CBC.99007260",
                "CBC.99007261",
                "CBC.99007262",
                "CBC.70600026",
                "CBC.0151"
            })
    void whatThePartnerDoesNotTakeIsARefusal(String code) {
        for (String iface : new String[] {CHANGE, APPLY}) {
            RecordRun run = run(iface, COMPANY, request -> Reply.refused(code, "不行"));

            assertThat(run.requests).hasSize(1);
            assertThat(run.status).isEqualTo("REFUSED");
            assertThat(run.code).isEqualTo(code);
            assertThat(run.text).isEqualTo("不行");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGE, APPLY})
    void withoutAPlatformIdNoCallIsMade(String iface) {
        ObjectNode in = ShippedMapping.context(COMPANY, "china");
        ((ObjectNode) in.get("tenant")).remove("platformId");

        assertThat(ShippedMapping.of(iface)
                        .request("new", in)
                        .get("refusal")
                        .get("en")
                        .textValue())
                .contains("platform-id");
    }

    private static JsonNode step(JsonNode cursor, String response) {
        ObjectNode in = ShippedMapping.context(COMPANY, "china");
        in.set("cursor", cursor);
        in.set("response", ShippedMapping.json(response));
        in.putObject("judgement").put("verdict", "success");
        JsonNode step = ShippedMapping.of(CHANGE).response("new", in);
        assertThat(ShippedMapping.of(CHANGE).mapping().answerContract().check(step))
                .isEmpty();
        return step;
    }

    private static RecordRun run(String iface, String record, Function<JsonNode, Reply> partner) {
        return RecordRun.of(iface, "new", record, partner);
    }
}
