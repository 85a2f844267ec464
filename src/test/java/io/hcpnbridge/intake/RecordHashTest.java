package io.hcpnbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that says the same is the same document. */
class RecordHashTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.50", "1.500"})
    void howANumberIsSpelledDoesNotMatter(String usage) {
        assertThat(hash("{'document': 'A1', 'usage': %s}".formatted(usage)))
                .isEqualTo(hash("{'usage': 1.5, 'document': 'A1'}"));
    }

    @Test
    void aWholeNumberMayHaveDecimals() {
        assertThat(hash("{'usage': 100.00}")).isEqualTo(hash("{'usage': 100}"));
        assertThat(hash("{'usage': 0.0}")).isEqualTo(hash("{'usage': 0}"));
        assertThat(hash("{'usage': 100.01}")).isNotEqualTo(hash("{'usage': 100}"));
        assertThat(hash("{'usage': '100'}")).isNotEqualTo(hash("{'usage': 100}"));
    }

    private static String hash(String record) {
        return RecordHash.of((ObjectNode) ExactJson.read(record.replace('\'', '"')));
    }
}
