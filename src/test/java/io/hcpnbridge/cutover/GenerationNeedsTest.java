package io.hcpnbridge.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.json.ExactJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reasons of a {@code generation.jslt} amount to. */
class GenerationNeedsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | either     | ''",
                "{'old':[],'new':[],'impossible':[]}            | either     | ''",
                "{'old':['a'],'new':[]}                         | old        | a",
                "{'new':['b','c']}                              | new        | b; c",
                "{'old':['a'],'new':['b']}                      | both       | a; b",
                "{'impossible':['x','y'],'old':['a']}           | impossible | x; y",
                "{'impossible':['x'],'old':['a'],'new':['b']}   | impossible | x",
                "{'old':null,'new':null}                        | either     | ''",
                "{'old':[null],'new':['b',null]}                | new        | b",
                "{'old':'a','new':[['b']]}                      | both       | a; b"
            })
    void oneVerdictAndAllReasonsThatCount(String mapped, String verdict, String reasons) {
        var needs = GenerationNeeds.from(ExactJson.read(mapped.replace('\'', '"')));

        assertThat(needs.verdict()).isEqualTo(verdict);
        assertThat(needs.reasons().en()).isEqualTo(reasons);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"old\":true}", "{\"old\":[{}]}", "{\"new\":1}"})
    void whatIsNoReasonDecidesNothing(String mapped) {
        assertThatThrownBy(() -> GenerationNeeds.from(ExactJson.read(mapped)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("generation.jslt gives ")
                .hasMessageEndingWith("which is no reason: en and zh");
    }
}
