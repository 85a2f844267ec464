package io.hcpnbridge.partner.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What IAM's answers mean for the call that needs the credential. Whatever it is, that call was not made. */
class IamRulesTest {
    @ParameterizedTest(name = "{0} {1} for a customer -> {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            201 | {'credential':{'access':'a'}}                                        | SUCCESS         | CBC.0000
            201 | {'credential':null}                                                  | FAILED          | BRIDGE.MALFORMED_RESPONSE
            200 | <html>Login</html>                                                   | FAILED          | BRIDGE.MALFORMED_RESPONSE
            302 | ""                                                                   | FAILED          | BRIDGE.HTTP_302
            400 | {'error':{'code':400,'message':'no id','title':'Bad Request'}}       | REFUSED         | IAM.400
            401 | {'error':{'code':401,'message':'no','title':'Unauthorized'}}         | UNAUTHENTICATED | IAM.401
            401 | {'error_code':'APIGW.0301','error_msg':'verify aksk signature fail'} | UNAUTHENTICATED | APIGW.0301
            403 | {'error':{'code':403,'message':'not authorized','title':'F'}}        | REFUSED         | BRIDGE.NOT_AUTHORISED
            403 | {'error_code':'IAM.0002','error_msg':'not authorized'}               | REFUSED         | BRIDGE.NOT_AUTHORISED
            404 | {'error':{'code':404,'message':'Could not find domain: c1','title':'N'}} | REFUSED     | BRIDGE.UNKNOWN_CUSTOMER
            404 | {'error':{'code':404,'message':'Could not find agency: x','title':'N'}}  | REFUSED     | BRIDGE.NOT_AUTHORISED
            404 | <html>no such page</html>                                            | FAILED          | BRIDGE.HTTP_404
            403 | <html>proxy says no</html>                                           | FAILED          | BRIDGE.HTTP_403
            404 | {'error_code':'APIGW.0101','error_msg':'The API does not exist'}     | FAILED          | APIGW.0101
            403 | {'error_code':'APIGW.0401','error_msg':'unknown client IP'}          | FAILED          | APIGW.0401
            403 | {'error_code':'APIGW.0308','error_msg':'too fast'}                   | THROTTLED       | APIGW.0308
            408 | ""                                                                   | FAILED          | BRIDGE.HTTP_408
            409 | {'error':{'code':409,'message':'Conflict','title':'Conflict'}}       | FAILED          | IAM.409
            429 | {'error':{'code':429,'message':'slow','title':'Too Many Requests'}}  | THROTTLED       | IAM.429
            429 | ""                                                                   | THROTTLED       | BRIDGE.HTTP_429
            500 | {'error':{'code':500,'message':'broken','title':'I'}}                | FAILED          | IAM.500
            503 | <html>later</html>                                                   | FAILED          | BRIDGE.HTTP_503
            """)
    void askingToActForACustomer(int status, String body, Verdict verdict, String code) {
        expect(judge("c1", status, body), verdict, code);
    }

    @ParameterizedTest(name = "{0} {1} for the partner itself -> {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            401 | {'error':{'code':401,'message':'wrong password','title':'U'}} | UNAUTHENTICATED | IAM.401
            403 | {'error':{'code':403,'message':'forbidden','title':'F'}}      | UNAUTHENTICATED | IAM.403
            400 | {'error':{'code':400,'message':'bad','title':'B'}}            | FAILED          | IAM.400
            404 | {'error':{'code':404,'message':'no','title':'N'}}             | FAILED          | IAM.404
            429 | {'error':{'code':429,'message':'slow','title':'T'}}           | THROTTLED       | IAM.429
            """)
    void askingForItsOwnToken(int status, String body, Verdict verdict, String code) {
        expect(judge(null, status, body), verdict, code);
    }

    private static void expect(Judgement judgement, Verdict verdict, String code) {
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.code()).isEqualTo(code);
        assertThat(judgement.outcomeKnown()).isTrue();
        assertThat(judgement.text().en()).isNotBlank().hasSizeLessThan(2_500);
    }

    private static Judgement judge(String customer, int status, String body) {
        PartnerRequest question = new PartnerRequest(
                "iam-temporary-keys",
                "POST",
                List.of("v3.0"),
                Map.of(),
                Map.of(),
                new byte[0],
                Envelope.NEW,
                "credential",
                Effect.READ,
                false,
                Caller.PARTNER,
                customer,
                null,
                Set.of());
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new IamRules(
                        question, new PartnerResponse(status, ResponseBody.read(bytes, "application/json"), null, null))
                .judge();
    }
}
