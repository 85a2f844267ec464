package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoEraserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
            {"error_msg":"失败, canonicalRequest:GET/token","request_id":"r"} | {"error_msg":"失败, ","request_id":"r"}
            {"a":"x canonicalRequest: \\"q\\" token","b":"canonicalRequest t"} | {"a":"x ","b":""}
            {"a":"CanonicalRequest: cut off                                  | {"a":"
            {"a":"canonicalRequest\\                                         | {"a":"
            {"a":"nothing"}                                                  | {"a":"nothing"}
            """)
    void theEchoGoesAndTheRestStays(String body, String rest) {
        assertThat(new String(EchoEraser.erase(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(rest);
    }
}
