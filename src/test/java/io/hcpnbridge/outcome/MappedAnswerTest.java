package io.hcpnbridge.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;
import org.junit.jupiter.api.Test;

class MappedAnswerTest {
    @Test
    void whatTheDatabaseCannotKeepAsTextBecomesABlank() {
        var mapped = ExactJson.read(
                """
                {"rows": [{"row": "order", "key": "order:a\\u0000b"}],
                 "status": "PARTIAL", "code": "C\\u00001", "text": "t\\u0000"}""");

        var answer = MappedAnswer.from(mapped, ExactJson.mapper().createObjectNode());

        assertThat(answer.rows().get(0).key()).isEqualTo("order:a b");
        assertThat(answer.code()).isEqualTo("C 1");
        assertThat(answer.text()).isEqualTo(Words.same("t "));
    }

    @Test
    void aTextIsTheMappingsOwnInBothLanguagesOrSomebodyElses() {
        assertThat(text("{\"text\": {\"en\": \"no\", \"zh\": \"不行\"}}")).isEqualTo(new Words("no", "不行"));
        assertThat(text("{\"text\": \"non\"}")).isEqualTo(Words.same("non"));
        assertThat(text("{}")).isNull();
        assertThat(text("{\"text\": null}")).isNull();
    }

    private static Words text(String mapped) {
        return MappedAnswer.from(ExactJson.read(mapped), ExactJson.mapper().createObjectNode())
                .text();
    }
}
