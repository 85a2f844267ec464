package io.hcpnbridge.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What makes content the same when it comes again. */
class ContentHashTest {
    @Test
    void itIsTheSha256OfUtf8InLowerCaseHex() {
        assertThat(ContentHash.of("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .isEqualTo(ContentHash.of("abc".getBytes(StandardCharsets.US_ASCII)));
        assertThat(ContentHash.of("测试")).isEqualTo(ContentHash.of("测试".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itIsTheSameInPartsOfAnySize() {
        var digest = ContentHash.sha256();
        digest.update((byte) 'a');
        digest.update(new byte[] {'b', 'c'});

        assertThat(ContentHash.of(digest)).isEqualTo(ContentHash.of("abc"));
    }
}
