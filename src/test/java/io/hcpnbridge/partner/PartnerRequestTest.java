package io.hcpnbridge.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hcpnbridge.json.ExactJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerRequestTest {
    @Test
    void aMappingsOutputBecomesARequest() throws JsonProcessingException {
        PartnerRequest request = from(
                """
                {"api":"list","method":"GET","path":["v2","a/b"],"envelope":"new","payload":"data",
                 "query":{"n":10,"tag":["b","a"],"empty":"","none":null},"headers":{"X-Language":"zh_CN"}}""");

        assertThat(request.query())
                .containsEntry("n", List.of("10"))
                .containsEntry("tag", List.of("b", "a"))
                .containsEntry("empty", List.of(""))
                .doesNotContainKey("none");
        assertThat(request.effect()).isEqualTo(Effect.READ);
        assertThat(request.caller()).isEqualTo(Caller.PARTNER);
        assertThat(request.body()).isEmpty();
        assertThat(request.endpointText()).isEqualTo("GET /v2/a/b");
    }

    @Test
    void amountsInABodyKeepTheirDigits() throws JsonProcessingException {
        PartnerRequest request = from(
                """
                {"api":"pay","method":"POST","path":["v3"],"envelope":"new","effect":"write","caller":"customer",
                 "customer":"c1","body":{"amount":12345678901234.567890}}""");

        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("{\"amount\":12345678901234.567890}");
        assertThat(request.effect()).isEqualTo(Effect.WRITE);
        assertThat(request.caller()).isEqualTo(Caller.CUSTOMER);
        assertThat(request).asString().doesNotContain("c1").doesNotContain("12345");
    }

    @Test
    void aWriteMayBeRepeatedOnlyIfTheMappingSaysSoOfThatCall() throws JsonProcessingException {
        String write =
                "{'api':'a','method':'POST','path':['p'],'envelope':'new','effect':'write'%s}".replace("'", "\"");

        assertThat(from(write.formatted("")).effect().mayBeRepeated()).isFalse();
        assertThat(from(write.formatted(",\"idempotent\":false")).effect()).isEqualTo(Effect.WRITE);
        assertThat(from(write.formatted(",\"idempotent\":true")).effect()).isEqualTo(Effect.IDEMPOTENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            {'api':'a','method':'TRACE','path':['v2'],'envelope':'new'}                  | 'method' must be one of
            {'api':'a','method':'GET','path':[],'envelope':'new'}                        | 'path' must be a list
            {'api':'a','method':'GET','path':['..','x'],'envelope':'new'}                | 'path' has an empty segment
            {'api':'a','method':'GET','path':['v2',''],'envelope':'new'}                 | 'path' has an empty segment
            {'api':'a','method':'GET','path':['v2'],'envelope':'newer'}                  | 'envelope' has the unknown value
            {'api':'a','method':'GET','path':['v2']}                                     | 'envelope' is missing
            {'method':'GET','path':['v2'],'envelope':'new'}                              | 'api' is missing
            {'api':'a','method':'GET','path':['v2'],'envelope':'new','idempotent':true}  | 'idempotent' goes with writes only
            {'api':'a','method':'PUT','path':['v2'],'envelope':'new','idempotent':'no'}  | 'idempotent' must be true or false
            {'api':'a','method':'PUT','path':['v2'],'envelope':'new','effect':'idempotent'} | 'effect' is 'read' or 'write'
            {'api':'a','method':'GET','path':['v2'],'envelope':'new','body':{}}          | 'body' goes with POST and PUT only
            {'api':'a','method':'GET','path':['v2'],'envelope':'new','headers':{'Host':'x'}} | 'headers.Host' may not be sent
            {'api':'a','method':'GET','path':['v2'],'envelope':'new','headers':{'X-Language':'x'}} | 'headers.X-Language' must look like
            {'api':'a','method':'GET','path':['v2'],'envelope':'new','query':{'q':{}}}   | 'query.q' must be a text
            {'api':'a','method':'GET','path':['v2'],'envelope':'new','query':{'q':'\\ud83d'}} | 'query.q' is not Unicode text
            """)
    void whatMustNotLeaveIsRefused(String output, String rule) {
        assertThatThrownBy(() -> from(output.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule);
    }

    private static PartnerRequest from(String output) throws JsonProcessingException {
        return PartnerRequest.from(ExactJson.read(output), Effect.READ, Caller.PARTNER);
    }
}
