package io.hcpnbridge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactJsonTest {
    @Test
    void decimalsKeepEveryDigitAndEveryTrailingZero() {
        JsonNode read = ExactJson.read("{\"a\":12345678901234.567890,\"b\":0.10,\"c\":100.00}");

        assertThat(read.get("a").decimalValue()).isEqualTo(new BigDecimal("12345678901234.567890"));
        assertThat(ExactJson.text(read)).isEqualTo("{\"a\":12345678901234.567890,\"b\":0.10,\"c\":100.00}");
    }

    @Test
    void numbersAreWrittenPlainly() {
        assertThat(ExactJson.text(ExactJson.read("[1E+3,1e-7]"))).isEqualTo("[1000,0.0000001]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{} x", "{\"a\":1,\"a\":2}", "{\"a\":", "", "  ", "{'a':1}", "NaN", "[1,]"})
    void anythingButExactlyOneValueIsRefused(String text) {
        assertThatThrownBy(() -> ExactJson.read(text)).isInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> ExactJson.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E-999999999", "{\"amount\":1e1001}", "[0e2000000000]"})
    void aNumberThatWouldFillTheMemoryWhenWrittenPlainlyIsRefused(String json) {
        assertThatThrownBy(() -> ExactJson.read(json))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("1000 digits");
        assertThatThrownBy(() -> ExactJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void chineseAndEmojiSurvive() {
        JsonNode read = ExactJson.read("{\"名\":\"测试 😀\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(new String(ExactJson.bytes(read), StandardCharsets.UTF_8)).isEqualTo("{\"名\":\"测试 😀\"}");
    }

    @Property
    void everyDecimalComesBackAsItWas(@ForAll @Scale(12) BigDecimal number) {
        JsonNode read = ExactJson.read(
                ExactJson.text(ExactJson.mapper().getNodeFactory().numberNode(number)));

        assertThat(read.decimalValue()).isEqualByComparingTo(number);
        assertThat(ExactJson.text(read)).isEqualTo(number.toPlainString());
    }
}
