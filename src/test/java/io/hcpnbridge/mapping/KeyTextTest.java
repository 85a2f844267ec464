package io.hcpnbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known by a text is known by one only. */
class KeyTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"RZ-1", "销售-0001", "PO 2026/1", "é", "〔2026〕12号", "a_b.c@d:e", "😀"})
    void whatCanBeSeenIsAKey(String key) {
        assertThat(KeyText.brokenBy(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ＲＺ－１", "ﬁ", "e\u0301", "①", "合同（1）", "\uF900", "\u212A"})
    void aSecondSpellingOfAKeyIsNone(String key) {
        assertThat(KeyText.brokenBy(key)).isPresent();
    }

    @Test
    void thePlainSpellingIsSaid() {
        assertThat(KeyText.brokenBy("ＲＺ－１").map(Words::en))
                .hasValue("must be written with plain characters, not with full-width or other forms of them: RZ-1");
    }

    @Test
    void theColumnsThatHoldKeysNeedNoDeclaration() {
        var contract = Contract.ofRecords(
                "x/interface.yaml",
                ExactJson.read(
                        """
                {"properties": {"document": {}, "customerId": {}, "resource7": {}, "areaCode": {}, "remark": {}, "paid": {},
                 "number": {"key": true}, "platformId": {"key": false}}}
                """
                                .getBytes(StandardCharsets.UTF_8)));
        var record = ExactJson.mapper().createObjectNode();
        for (String column : "document customerId resource7 areaCode remark paid number platformId".split(" ")) {
            record.put(column, "x\u3000");
        }

        assertThat(contract.check(record))
                .extracting(Violation::field)
                .containsExactly("areaCode", "customerId", "document", "number", "resource7");
        assertThat(contract.check(record)).extracting(Violation::value).containsOnly("x\\u3000");
    }
}
