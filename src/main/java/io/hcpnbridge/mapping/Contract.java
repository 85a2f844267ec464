package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.DisallowUnknownKeywordFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.json.MalformedJsonException;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.mapping.problem.Mistakes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JSON Schema (draft 2020-12) that documents are checked against. Loads nothing from elsewhere. A subschema may say
 * its rule in words with the keyword {@code message}. Unknown keywords are refused.
 */
public final class Contract {
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword(ViolationText.MESSAGE))
            .keyword(new NonValidationKeyword(KeyColumns.KEYWORD))
            .keyword(new NonValidationKeyword(PersonalColumns.KEYWORD))
            .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
            .build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.builder()
            .metaSchema(DIALECT)
            .defaultMetaSchemaIri(DIALECT.getIri())
            .schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance()))
            .enableSchemaCache(false)
            .build();
    private static final JsonSchemaFactory META = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .locale(Locale.ENGLISH)
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .preloadJsonSchema(true)
            .build();
    private static final String DRAFT = VersionFlag.V202012.getId();
    private static final Pattern LINE = Pattern.compile("\\(line (\\d+)");

    private final JsonNode document;
    private final JsonSchema schema;
    private final KeyColumns keys;

    private Contract(JsonNode document, JsonSchema schema, KeyColumns keys) {
        this.document = document;
        this.schema = schema;
        this.keys = keys;
    }

    /**
     * @param file path below {@code mappings/}, for messages
     * @throws MappingException if it is no JSON, no valid schema, or refers to another document
     */
    public static Contract compile(String file, byte[] content) {
        try {
            return of(file, ExactJson.read(content));
        } catch (MalformedJsonException malformed) {
            Matcher line = LINE.matcher(malformed.getMessage());
            int number = line.find() ? Integer.parseInt(line.group(1)) : 0;
            throw new MappingException(file, number, malformed.getMessage(), malformed);
        }
    }

    /** The same of a document that has been read. */
    static Contract of(String file, JsonNode document) {
        try {
            if (!document.path("$schema").asText(DRAFT).equals(DRAFT)) {
                throw new MappingException(file, 0, "must be of draft 2020-12, $schema " + DRAFT);
            }
            Collection<ValidationMessage> invalid =
                    META.getSchema(SchemaLocation.of(DRAFT), CONFIG).validate(document);
            Mistakes mistakes = new Mistakes();
            invalid.stream()
                    .sorted(Comparator.comparing(ValidationMessage::toString))
                    .map(ValidationMessage::getMessage)
                    .distinct()
                    .forEach(reason -> mistakes.note(new MappingException(file, 0, "is no JSON Schema: " + reason)));
            checkReferences(file, document, mistakes);
            mistakes.end();
            JsonSchema schema = FACTORY.getSchema(document, CONFIG);
            schema.initializeValidators();
            return new Contract(document, schema, KeyColumns.NONE);
        } catch (JsonSchemaException invalid) {
            throw new MappingException(file, 0, invalid.getMessage(), invalid);
        }
    }

    /** The same for the records of an interface: of the columns that hold keys, {@link KeyText} is a rule as well. */
    static Contract ofRecords(String file, JsonNode document) {
        Contract contract = of(file, document);
        return new Contract(contract.document, contract.schema, KeyColumns.of(contract.document));
    }

    /** Every broken rule (of a bad key only that it is one), in the order of the fields' names; empty if the document keeps the contract. */
    public List<Violation> check(JsonNode document) {
        List<Violation> badKeys = keys.check(document);
        return Stream.concat(
                        badKeys.stream(),
                        schema.validate(document).stream()
                                .map(broken -> ViolationText.of(broken, this.document))
                                .filter(broken -> badKeys.stream()
                                        .noneMatch(key -> key.field().equals(broken.field()))))
                .distinct()
                .sorted(Comparator.comparing(Violation::field)
                        .thenComparing(broken -> broken.rule().en()))
                .toList();
    }

    /** The schema itself; never change it. */
    public JsonNode document() {
        return document;
    }

    private static void checkReferences(String file, JsonNode document, Mistakes mistakes) {
        for (JsonNode reference : document.findValues("$ref")) {
            String target = reference.asText();
            if (!target.equals("#")
                    && (!target.startsWith("#/")
                            || document.at(target.substring(1)).isMissingNode())) {
                mistakes.note(new MappingException(file, 0, "there is no " + target + " in this document"));
            }
        }
    }
}
