package io.hcpnbridge.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
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
        assertThat(answer.text()).isEqualTo("t ");
    }
}
