package io.hcpnbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.problem.MappingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {
    private static final String SCHEMA =
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "additionalProperties": false,
              "required": ["document", "rows"],
              "properties": {
                "document": {"type": "string", "maxLength": 4},
                "kind": {"enum": ["A", "B", 3]},
                "exact": {"const": "X"},
                "code": {"type": "string", "pattern": "^[A-Z]+$"},
                "odd": {"type": "string", "pattern": "^(?!00)[0-9]{2}$", "message": {"en": "must be two digits, not 00", "zh": "必须是两位数字，不得为 00"}},
                "said": {"type": "string", "pattern": "^x$", "message": {"en": "must be the letter x", "zh": "必须是字母 x"}},
                "count": {"type": "integer", "minimum": 1, "maximum": 9007199254740993},
                "amount": {"type": "number", "maximum": 12345678901234.567890, "multipleOf": 0.01},
                "at": {"type": "string", "format": "date-time"},
                "rows": {"type": "array", "maxItems": 2, "items": {"$ref": "#/$defs/row"}}
              },
              "if": {"properties": {"kind": {"const": "B"}}, "required": ["kind"]},
              "then": {"required": ["exact"]},
              "$defs": {"row": {"type": "object", "properties": {"a": {"type": ["string", "number"]}}}}
            }
            """;

    private final Contract contract = compile(SCHEMA);

    @Test
    void aDocumentThatKeepsTheContractHasNoViolations() {
        assertThat(check("{'document':'D1','rows':[{'a':1.0}],'kind':'A','amount':12345678901234.56,'count':1}"))
                .isEmpty();
    }

    @Test
    void everyBrokenRuleIsNamedAtOnce() {
        assertThat(check("{'document':'D1234','kind':'C','count':0,'other':1,'rows':[{'a':'x'},{'a':true}]}"))
                .containsExactly(
                        new Told(0, "count", "0", "must be at least 1"),
                        new Told(0, "document", "D1234", "must have at most 4 characters"),
                        new Told(0, "kind", "C", "must be one of A, B, 3"),
                        new Told(0, "other", "1", "is not known"),
                        new Told(0, "rows.1.a", "true", "must be string or number"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'rows':[]}|document||is required",
                "{'document':'D','rows':[],'kind':'B'}|exact||is required",
                "{'document':'D','rows':[],'exact':'Y'}|exact|Y|must be X",
                "{'document':'D','rows':[],'code':'x\\t'}|code|x\\u0009|must match ^[A-Z]+$",
                "{'document':'D','rows':[],'odd':'00'}|odd|00|must be two digits, not 00",
                "{'document':'D','rows':[],'said':'y'}|said|y|must be the letter x",
                "{'document':'D','rows':[],'count':1.5}|count|1.5|must be integer",
                "{'document':'D','rows':[],'at':'soon'}|at|soon|must be a date-time",
                "{'document':'D','rows':[1,2,3]}|rows|[1,2,3]|must have at most 2 items",
            })
    void rulesAreInPlainEnglish(String document, String field, String value, String rule) {
        assertThat(check(document)).contains(new Told(0, field, value == null ? "" : value, rule));
    }

    @Test
    void numbersAreComparedExactly() {
        assertThat(check("{'document':'D','rows':[],'amount':12345678901234.567891}"))
                .extracting(Told::rule)
                .contains("must be at most 12345678901234.567890");
        assertThat(check("{'document':'D','rows':[],'count':9007199254740994}")).hasSize(1);
        assertThat(check("{'document':'D','rows':[],'count':9007199254740993}")).isEmpty();
        assertThat(check("{'document':'D','rows':[],'amount':0.07}")).isEmpty();
        assertThat(check("{'document':'D','rows':[],'amount':0.070000000000000001}"))
                .hasSize(1);
    }

    @Test
    void longValuesAreCut() {
        assertThat(check("{'rows':[],'document':'" + "x".repeat(500) + "'}")
                        .get(0)
                        .value())
                .hasSize(60)
                .endsWith("x...");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"strin\"}|is no JSON Schema",
                "{\"required\": \"a\"}|is no JSON Schema",
                "{\"type\":|x/record.schema.json, line 1: ",
                "{\"$ref\": \"https://example.com/other.json\"}|mappings/x/record.schema.json: ",
                "{\"$ref\": \"file:///etc/passwd\"}|mappings/x/record.schema.json: ",
                "{\"requird\": [\"a\"]}|mappings/x/record.schema.json: ",
                "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"typ\": \"object\"}|'typ'",
                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"}|draft 2020-12",
                "{\"$ref\": \"#/$defs/none\"}|mappings/x/record.schema.json: ",
                "{\"properties\": {\"a\": {\"pattern\": \"(\"}}}|mappings/x/record.schema.json: ",
            })
    void aSchemaThatCannotBeUsedIsRefusedWhenItIsCompiled(String schema, String message) {
        assertThatThrownBy(() -> compile(schema))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private List<Told> check(String document) {
        return contract.check(ExactJson.read(document.replace('\'', '"'))).stream()
                .map(Told::of)
                .toList();
    }

    private static Contract compile(String schema) {
        return Contract.compile("x/record.schema.json", schema.getBytes(StandardCharsets.UTF_8));
    }
}
