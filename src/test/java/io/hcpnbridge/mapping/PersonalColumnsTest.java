package io.hcpnbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
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
        var problem = SOME.hide(new Problem(3, field, "Zhang", "must be shorter"));

        assertThat(problem).isEqualTo(new Problem(3, field, shown, "must be shorter"));
    }

    @Test
    void thatNothingStandsThereIsNoSecret() {
        assertThat(SOME.hide(new Problem(3, "name", "", "is required")).value()).isEmpty();
    }

    @Test
    void anInterfaceWithoutPersonalColumnsShowsWholeLines() {
        assertThat(NONE.hide(new Problem(3, "", "D|x", "is too short")).value()).isEqualTo("D|x");
    }

    @Test
    void codesForOneUseAreKnown() {
        assertThat(SOME.oneTime()).containsExactly("code");
    }

    @ParameterizedTest
    @CsvSource({"false", "'\"yes\"'", "1"})
    void anythingElseThanTheTwoWordsIsRefused(String said) {
        assertThatThrownBy(() -> of("{\"properties\": {\"name\": {\"personal\": %s}}}".formatted(said)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("i/record.schema.json")
                .hasMessageContaining("personal of name must be true or \"one-time\"");
    }

    private static PersonalColumns of(String schema) {
        JsonNode document = ExactJson.read(schema);
        return PersonalColumns.of("i/record.schema.json", document, List.of("total"));
    }
}
