package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.hcpnbridge.text.Printable;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a broken rule of a schema is called in plain English. */
final class ViolationText {
    private static final Set<String> ABOUT_A_MEMBER =
            Set.of("required", "additionalProperties", "unevaluatedProperties", "dependentRequired");

    private ViolationText() {}

    /** @param schema the document that the rule stands in */
    static Violation of(ValidationMessage message, JsonNode schema) {
        String field = path(message.getInstanceLocation().toString());
        JsonNode value = message.getInstanceNode();
        String keyword = String.valueOf(message.getType());
        if (ABOUT_A_MEMBER.contains(keyword) && message.getProperty() != null) {
            field = field.isEmpty() ? message.getProperty() : field + "." + message.getProperty();
            value = value == null ? null : value.get(message.getProperty());
        }
        JsonNode parent =
                schema.at(message.getSchemaLocation().getFragment().getParent().toString());
        String rule =
                !ABOUT_A_MEMBER.contains(keyword) && parent.path("message").isTextual()
                        ? parent.get("message").textValue()
                        : rule(message, keyword, parent.path("description").asText());
        return new Violation(field, shown(value), rule);
    }

    private static String rule(ValidationMessage message, String keyword, String description) {
        JsonNode schema = message.getSchemaNode();
        return switch (keyword) {
            case "required", "dependentRequired" -> "is required";
            case "additionalProperties", "unevaluatedProperties" -> "is not known";
            case "enum" -> "must be one of " + list(schema);
            case "const" -> "must be " + schema.asText();
            case "type" -> "must be " + list(schema).replace(", ", " or ");
            case "minLength" -> "must have at least " + schema.asText() + " characters";
            case "maxLength" -> "must have at most " + schema.asText() + " characters";
            case "minimum" -> "must be at least " + schema.asText();
            case "maximum" -> "must be at most " + schema.asText();
            case "exclusiveMinimum" -> "must be more than " + schema.asText();
            case "exclusiveMaximum" -> "must be less than " + schema.asText();
            case "multipleOf" -> "must be a multiple of " + schema.asText();
            case "pattern" -> description.isEmpty() ? "must match " + schema.asText() : "must be: " + description;
            case "format" -> "must be a " + schema.asText();
            case "minItems" -> "must have at least " + schema.asText() + " items";
            case "maxItems" -> "must have at most " + schema.asText() + " items";
            default -> withoutLocation(message);
        };
    }

    private static String list(JsonNode values) {
        return values.isArray()
                ? StreamSupport.stream(values.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : values.asText();
    }

    private static String withoutLocation(ValidationMessage message) {
        String prefix = message.getInstanceLocation() + ": ";
        String text = message.getMessage();
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String path(String pointer) {
        String path = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        return path.replace("/", ".").replace("~1", "/").replace("~0", "~");
    }

    static String shown(JsonNode value) {
        if (value == null || value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isContainerNode()) {
            return Printable.of(value.toString());
        }
        return Printable.of(value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText());
    }
}
