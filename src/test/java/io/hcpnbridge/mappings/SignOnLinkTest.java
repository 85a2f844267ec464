package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignOnLinkTest {
    private static final String RECORD =
            """
            {"document":"D1","purpose":"%s","platformUserId":"u-1","target":"console","name":"李雷"}
            """;

    @ParameterizedTest
    @CsvSource({"BIND,true", "SIGN-ON,false"})
    void aWishSaysWhoItIsAndWhetherAnAccountIsBound(String purpose, boolean binds) {
        JsonNode wish = ShippedMapping.of("sign-on.link")
                .request("new", ShippedMapping.context(RECORD.formatted(purpose), "china"));

        assertThat(wish.path("binds").asBoolean()).isEqualTo(binds);
        assertThat(wish.path("target").asText()).isEqualTo("console");
        assertThat(wish.path("person").toString()).isEqualTo("{\"platformUserId\":\"u-1\",\"name\":\"李雷\"}");
    }

    @Test
    void aLinkIsAnsweredWithItsEnd() {
        assertThat(answered("{\"link\":\"https://sso.example.com/s/x\",\"expiresAt\":\"2026-11-30T08:10:00Z\"}"))
                .isEqualTo(
                        ShippedMapping.json(
                                "{\"fields\":{\"link\":\"https://sso.example.com/s/x\",\"expiresAt\":\"2026-11-30T08:10:00Z\"}}"));
    }

    @ParameterizedTest
    @CsvSource({"off,BRIDGE.NOT_AVAILABLE", "platform,BRIDGE.NOT_AVAILABLE", "target,BRIDGE.UNKNOWN_TARGET"})
    void whyThereIsNoneIsToldInBothLanguages(String problem, String code) {
        JsonNode answer = answered("{\"problem\":\"%s\",\"targets\":[\"console\"]}".formatted(problem));

        assertThat(answer.path("status").asText()).isEqualTo("REFUSED");
        assertThat(answer.path("code").asText()).isEqualTo(code);
        assertThat(answer.at("/text/en").asText()).isNotBlank();
        assertThat(answer.at("/text/zh").asText()).isNotBlank();
    }

    private static JsonNode answered(String response) {
        var in = ShippedMapping.context(RECORD.formatted("BIND"), "china");
        in.set("response", ShippedMapping.json(response));
        in.putObject("judgement").put("verdict", "success");
        return ShippedMapping.of("sign-on.link").response("new", in);
    }
}
