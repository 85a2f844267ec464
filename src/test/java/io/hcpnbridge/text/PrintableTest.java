package io.hcpnbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatCannotBeSeenIsEscaped() {
        assertThat(Printable.of("a\r\n\0\u001b[31m\u202e\u2028\ud83d测😀"))
                .isEqualTo("a\\u000D\\u000A\\u0000\\u001B[31m\\u202E\\u2028\\uD83D测😀");
    }

    @Test
    void blanksThatNobodyTellsApartAreEscaped() {
        assertThat(Printable.of("a b\u3000\u00a0\ufe0f\ue000")).isEqualTo("a b\\u3000\\u00A0\\uFE0F\\uE000");
    }

    @Property
    void itIsBoundedAndOnOneLine(@ForAll String text) {
        assertThat(Printable.of(text)).hasSizeLessThanOrEqualTo(60).doesNotContain("\n", "\r", "\0");
    }
}
