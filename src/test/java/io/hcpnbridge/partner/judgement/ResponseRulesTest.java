package io.hcpnbridge.partner.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Requests;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseRulesTest {
    private static final PartnerRequest OLD_LIST = Requests.oldRead("data");
    private static final PartnerRequest OLD_PROVISIONING = Requests.bareRead("resources");
    private static final PartnerRequest NEW_LIST = Requests.newList(Map.of());
    private static final PartnerRequest OLD_RENEW = Requests.renew(Envelope.OLD, "c1");
    private static final PartnerRequest NEW_RENEW = Requests.renew(Envelope.NEW, "c1");

    @ParameterizedTest(name = "old list, {0} {1} -> {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            200 | {'error_code':'CBC.0000','error_msg':'ok','data':{'totalSize':0}} | success         | CBC.0000
            200 | {'error_code':'CBC.0000','data':null}             | failed          | BRIDGE.NO_PAYLOAD
            200 | {'error_code':'CBC.0000'}                         | failed          | BRIDGE.NO_PAYLOAD
            200 | {'error_code':'CBC.3016','error_msg':'expired'}   | refused         | CBC.3016
            200 | {'error_code':'CBC.0100','data':{}}               | refused         | CBC.0100
            200 | {'error_code':'CBC.0250','error_msg':'flow'}      | throttled       | CBC.0250
            200 | {'error_code':'CBC.0154','error_msg':'token'}     | unauthenticated | CBC.0154
            200 | {'error_code':'CBC.0999','error_msg':'other'}     | failed          | CBC.0999
            200 | {'data':{'totalSize':0}}                          | failed          | BRIDGE.MALFORMED_RESPONSE
            200 | ""                                                | failed          | BRIDGE.MALFORMED_RESPONSE
            204 | ""                                                | failed          | BRIDGE.MALFORMED_RESPONSE
            200 | {'error_code':'CBC.0000','data':{'total           | failed          | BRIDGE.MALFORMED_RESPONSE
            200 | <html>Welcome</html>                              | failed          | BRIDGE.MALFORMED_RESPONSE
            200 | ['CBC.0000']                                      | failed          | BRIDGE.MALFORMED_RESPONSE
            400 | {'error_code':'CBC.0100','error_msg':'parameter'} | refused         | CBC.0100
            403 | {'error_code':'CBC.0156','error_msg':'site'}      | refused         | CBC.0156
            403 | {'error_code':'CBC.0154','error_msg':'token'}     | unauthenticated | CBC.0154
            403 | {'error_code':'APIGW.0302','error_msg':'no'}      | failed          | APIGW.0302
            404 | {'error_code':'APIGW.0101','error_msg':'no API'}  | failed          | APIGW.0101
            404 | {'error_code':'CBC.30000010','error_msg':'order'} | refused         | CBC.30000010
            410 | ""                                                | failed          | BRIDGE.HTTP_410
            401 | {'error_code':'APIGW.0301','error_msg':'aksk'}    | unauthenticated | APIGW.0301
            401 | {'error':{'code':401,'message':'x','title':'Unauthorized'}} | unauthenticated | 401
            401 | <html/>                                           | unauthenticated | BRIDGE.HTTP_401
            429 | {'error_code':'APIGW.0308','error_msg':'slow'}    | throttled       | APIGW.0308
            429 | {'error_code':'CBC.0250','error_msg':'flow'}      | throttled       | CBC.0250
            429 | <html/>                                           | throttled       | BRIDGE.HTTP_429
            400 | {'error_code':'APIG.0308','error_msg':'slow'}     | throttled       | APIG.0308
            302 | ""                                                | failed          | BRIDGE.HTTP_302
            500 | {'error_code':'CBC.0999','error_msg':'other'}     | failed          | CBC.0999
            502 | <html>Bad Gateway</html>                          | failed          | BRIDGE.HTTP_502
            503 | {'error_code':'APIGW.0201','error_msg':'backend'} | failed          | APIGW.0201
            """)
    void anOldEndpointsAnswer(int status, String body, String verdict, String code) {
        expect(judge(OLD_LIST, status, body), verdict, code);
    }

    @ParameterizedTest(name = "old provisioning, {0} {1} -> {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            200 | {'totalSize':1,'resources':[{}]}           | success | CBC.0000
            200 | {'totalSize':0,'resources':[]}             | success | CBC.0000
            200 | {'totalSize':0,'resources':null}           | failed  | BRIDGE.NO_PAYLOAD
            200 | {'error_code':'CBC.0100','error_msg':'no'} | refused | CBC.0100
            """)
    void oldProvisioningTellsSuccessByItsPayloadAlone(int status, String body, String verdict, String code) {
        expect(judge(OLD_PROVISIONING, status, body), verdict, code);
    }

    @ParameterizedTest(name = "new list, {0} {1} -> {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            200 | {'total_count':0,'order_infos':[]}                | success | CBC.0000
            200 | {'total_count':1,'order_infos':null}              | failed  | BRIDGE.NO_PAYLOAD
            200 | {'total_count':1}                                 | failed  | BRIDGE.NO_PAYLOAD
            204 | ""                                                | failed  | BRIDGE.NO_PAYLOAD
            200 | {'error_code':'CBC.30050010','error_msg':'unpaid'} | refused | CBC.30050010
            200 | {'order_infos':[{'error_code':'CBC.1'}]}          | success | CBC.0000
            400 | {'error_code':'CBC.99000037','error_msg':'no'}    | refused | CBC.99000037
            400 | {'detail':{'inner':{'code':'CBC.0101','message':'deep'}}} | refused | CBC.0101
            400 | {'error_code':'CBC.0100'}                         | refused | CBC.0100
            500 | {'error_code':'CBC.0100','error_msg':'x'}         | failed  | CBC.0100
            """)
    void aNewEndpointsAnswer(int status, String body, String verdict, String code) {
        expect(judge(NEW_LIST, status, body), verdict, code);
    }

    @ParameterizedTest(name = "prices, {0} {1} -> {2}")
    @CsvSource({
        "400, CBC.0100, refused",
        "400, CBC.0101, refused",
        "400, CBC.99006006, refused",
        "400, CBC.99006016, refused",
        "400, CBC.99006017, refused",
        "400, CBC.99006024, refused",
        "400, CBC.99006050, refused",
        "400, CBC.99006055, refused",
        "400, CBC.99006066, refused",
        "400, CBC.99006073, refused",
        "200, CBC.30050012, refused",
        "403, CBC.0151, refused",
        "403, CBC.0155, refused",
        "403, CBC.0156, refused",
        "500, CBC.0999, failed",
    })
    void everyDocumentedCodeOfPricesIsOfTheRightKindInBothGenerations(int status, String code, String verdict) {
        var body = "{'error_code':'" + code + "','error_msg':'说明'}";

        expect(judge(NEW_LIST, status, body), verdict, code);
        expect(judge(OLD_LIST, status, body), verdict, code);
    }

    @ParameterizedTest(name = "renew, {0} {1} {2} -> {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            OLD | 200 | {'error_code':'CBC.0000','order_ids':['CS1']}     | success
            OLD | 200 | {'error_code':'CBC.0000'}                         | in-doubt
            OLD | 200 | {'error_code':'CBC.3016','error_msg':'expired'}   | refused
            OLD | 200 | {'error_code':'CBC.0999','error_msg':'other'}     | in-doubt
            NEW | 200 | {'order_ids':['CS1']}                             | success
            NEW | 200 | {'order_ids':null}                                | in-doubt
            NEW | 200 | {'order_id                                        | in-doubt
            NEW | 200 | <html/>                                           | in-doubt
            NEW | 302 | ""                                                | in-doubt
            NEW | 400 | {'error_code':'CBC.99003100','error_msg':'unpaid'} | refused
            NEW | 400 | <html/>                                           | failed
            NEW | 401 | {'error_code':'APIGW.0301','error_msg':'aksk'}    | unauthenticated
            NEW | 404 | {'error_code':'APIGW.0101','error_msg':'gone'}    | failed
            NEW | 408 | ""                                                | in-doubt
            NEW | 429 | {'error_code':'APIGW.0308','error_msg':'slow'}    | throttled
            NEW | 500 | {'error_code':'CBC.0999','error_msg':'other'}     | in-doubt
            NEW | 503 | ""                                                | in-doubt
            NEW | 504 | {'error_code':'APIGW.0201','error_msg':'timeout'} | in-doubt
            """)
    void aWriteIsInDoubtWheneverItMayHaveBeenPlaced(Envelope envelope, int status, String body, String verdict) {
        Judged judged = judge(envelope == Envelope.OLD ? OLD_RENEW : NEW_RENEW, status, body);

        assertThat(judged.judgement().verdict().text()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aWriteWhoseAnswerBeginsWithAByteOrderMarkIsInNoDoubt(String charset) {
        byte[] body = "\uFEFF{\"order_ids\":[\"CS1\"]}".getBytes(Charset.forName(charset));
        var answer = new PartnerResponse(200, ResponseBody.read(body, "application/octet-stream"), null, null);

        Judged judged = new ResponseRules(NEW_RENEW, answer).judge();

        assertThat(judged.judgement().verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(judged.body().at("/order_ids/0").asText()).isEqualTo("CS1");
    }

    @Test
    void aSuccessMayHaveNoBodyWhereNoneIsRequired() {
        PartnerRequest pay = new PartnerRequest(
                "pay-order",
                "POST",
                NEW_RENEW.path(),
                Map.of(),
                Map.of(),
                NEW_RENEW.body(),
                Envelope.NEW,
                null,
                NEW_RENEW.effect(),
                false,
                NEW_RENEW.caller(),
                "c1",
                null,
                Set.of());

        expect(judge(pay, 204, ""), "success", "CBC.0000");
        expect(judge(pay, 200, ""), "success", "CBC.0000");
    }

    @Test
    void wordsInAnotherCharsetAreNotGuessed() {
        byte[] gbk = "{\"order_infos\":[\"测试\"]}".getBytes(Charset.forName("GBK"));

        Judgement judgement = judge(NEW_LIST, 200, gbk).judgement();

        assertThat(judgement.code()).isEqualTo("BRIDGE.MALFORMED_RESPONSE");
        assertThat(judgement.text().en()).isEqualTo("The answer is not UTF-8 (application/json)");
    }

    @Test
    void numbersComeThroughExactly() {
        Judged judged = judge(NEW_LIST, 200, "{'order_infos':[{'a':12345678901234.567890}]}");

        assertThat(judged.body().at("/order_infos/0/a").decimalValue()).hasToString("12345678901234.567890");
    }

    @Test
    void theMappingSeesARefusalsBodyButNoGatewaysError() {
        assertThat(judge(NEW_RENEW, 400, "{'error_code':'CBC.99003016','expiredResourceIds':['r1']}")
                        .body()
                        .at("/expiredResourceIds/0")
                        .asText())
                .isEqualTo("r1");
        assertThat(judge(NEW_RENEW, 401, "{'error_code':'APIGW.0301','error_msg':'x'}")
                        .body())
                .isNull();
    }

    @Test
    void theGatewaysEchoOfTheSignedRequestIsCutOff() {
        String echo = "Incorrect IAM authentication information: verify aksk signature fail, "
                + "canonicalRequest:GET|/v2/|host:h|x-security-token:token-canary|";

        assertThat(judge(NEW_LIST, 401, "{'error_code':'APIGW.0301','error_msg':'" + echo + "','request_id':'r-1'}")
                        .judgement())
                .satisfies(judgement -> {
                    assertThat(judgement.text().en())
                            .isEqualTo("Incorrect IAM authentication information: verify aksk signature fail");
                    assertThat(judgement.requestId()).isEqualTo("r-1");
                });
    }

    @Test
    void aTextIsOneBoundedLine() {
        Judgement judgement = judge(
                        NEW_LIST,
                        400,
                        "{'error_code':'CBC.0100','error_msg':'a\\r\\n\\u001b[31mb" + "x".repeat(3_000) + "'}")
                .judgement();

        assertThat(judgement.text().en()).startsWith("a [31mbx").hasSize(2_000);
    }

    @Test
    void anErrorWithoutTextStillSaysSomething() {
        assertThat(judge(NEW_LIST, 400, "{'error_code':'CBC.0100','error_msg':''}")
                        .judgement()
                        .text())
                .isEqualTo(new Words("HTTP status 400", "HTTP 状态码 400"));
    }

    private static void expect(Judged judged, String verdict, String code) {
        assertThat(judged.judgement().verdict().text()).isEqualTo(verdict);
        assertThat(judged.judgement().code()).isEqualTo(code);
        assertThat(judged.judgement().text().en()).isNotBlank();
    }

    private static Judged judge(PartnerRequest request, int status, String body) {
        return judge(request, status, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Judged judge(PartnerRequest request, int status, byte[] body) {
        return new ResponseRules(
                        request, new PartnerResponse(status, ResponseBody.read(body, "application/json"), null, null))
                .judge();
    }
}
