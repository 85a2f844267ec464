package io.hcpnbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a personal column, or may, is shown to nobody. */
class PersonalColumnsTest {
    private static final PersonalColumns SOME = of(
            """
            {"properties": {"name": {"personal": true}, "code": {"personal": "one-time"}, "country": {}}}
            """);
    private static final PersonalColumns NONE = of("{\"properties\": {\"name\": {}}}");

    @ParameterizedTest(name = "{0} shows {1}")
    @CsvSource({
        "name, ***",
        "code, ***",
        "name.0.first, ***",
        "nmae, ***",
        "'', ***",
        "country, Zhang",
        "tenant, Zhang",
        "count, Zhang",
        "total, Zhang"
    })
    void onlyColumnsThatAreKnownToBeHarmlessShowWhatStandsThere(String field, String shown) {
        var problem = SOME.hide(new Problem(3, field, "Zhang", Words.same("must be shorter")));

        assertThat(problem).isEqualTo(new Problem(3, field, shown, Words.same("must be shorter")));
    }

    @Test
    void aRecordShowsOnlyColumnsThatAreKnownToBeHarmless() {
        var record = (ObjectNode)
                ExactJson.read("{\"name\": \"Zhang\", \"country\": \"CN\", \"more\": {\"name\": \"Zhang\"}}");

        assertThat(SOME.hide(record))
                .isEqualTo(ExactJson.read("{\"name\": \"***\", \"country\": \"CN\", \"more\": \"***\"}"));
    }

    @Test
    void thatNothingStandsThereIsNoSecret() {
        assertThat(SOME.hide(new Problem(3, "name", "", Words.same("is required")))
                        .value())
                .isEmpty();
    }

    @Test
    void anInterfaceWithoutPersonalColumnsShowsWholeLines() {
        assertThat(NONE.hide(new Problem(3, "", "D|x", Words.same("is too short")))
                        .value())
                .isEqualTo("D|x");
    }

    @Test
    void codesForOneUseAreKnown() {
        assertThat(SOME.oneTime()).containsExactly("code");
    }

    private static PersonalColumns of(String schema) {
        return PersonalColumns.of(ExactJson.read(schema), List.of("total"));
    }
}
