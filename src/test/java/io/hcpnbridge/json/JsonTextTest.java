package io.hcpnbridge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever can be read without guessing is read; nothing else is. */
class JsonTextTest {
    private static final String TEXT = "{\"name\":\"续订 é 😀\"}";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void aByteOrderMarkSaysWhatFollows(String charset) throws Exception {
        var bytes = bytes("\uFEFF" + TEXT, charset);
        assertThat(JsonText.of(bytes, null)).isEqualTo(TEXT);
        assertThat(JsonText.of(bytes, "application/json;charset=ISO-8859-1")).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void unicodeIsKnownWithoutAMark(String charset) throws Exception {
        assertThat(JsonText.of(bytes(TEXT, charset), "application/octet-stream"))
                .isEqualTo(TEXT);
        assertThat(JsonText.of(bytes("\r\n " + TEXT, charset), null)).isEqualTo("\r\n " + TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            application/json;charset=GBK
            application/json ; Charset="gb18030"
            text/plain; x=y; CHARSET = 'GBK'
            """)
    void anotherCharsetIsReadIfItIsDeclared(String contentType) throws Exception {
        assertThat(JsonText.of(bytes("{\"a\":\"续订\"}", "GBK"), contentType)).isEqualTo("{\"a\":\"续订\"}");
    }

    @Test
    void utf8IsUtf8WhateverItIsDeclaredAs() throws Exception {
        assertThat(JsonText.of(bytes(TEXT, "UTF-8"), "application/json;charset=ISO-8859-1"))
                .isEqualTo(TEXT);
        assertThat(JsonText.of(bytes(TEXT, "UTF-8"), "application/json;charset=no-such"))
                .isEqualTo(TEXT);
    }

    @Test
    void nothingIsGuessed() {
        var gbk = bytes("{\"a\":\"续订\"}", "GBK");
        assertThatThrownBy(() -> JsonText.of(gbk, null)).isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> JsonText.of(gbk, "application/json;charset=UTF-8"))
                .isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> JsonText.of(gbk, "application/json;charset=no-such"))
                .isInstanceOf(CharacterCodingException.class);
        var broken = new ByteArrayOutputStream();
        broken.writeBytes(bytes("\uFEFF{\"a\":\"", "UTF-8"));
        broken.write(0xFF);
        assertThatThrownBy(() -> JsonText.of(broken.toByteArray(), "application/json;charset=GBK"))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void theSmallestTextsAreRead() throws Exception {
        assertThat(JsonText.of(new byte[0], null)).isEmpty();
        assertThat(JsonText.of("{".getBytes(StandardCharsets.US_ASCII), null)).isEqualTo("{");
        assertThat(JsonText.of("{}".getBytes(StandardCharsets.UTF_16LE), null)).isEqualTo("{}");
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}
