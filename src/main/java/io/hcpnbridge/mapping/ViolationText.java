package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Words;
import java.util.List;
import java.util.Set;

/** What a broken rule of a schema is called. */
final class ViolationText {
    private static final Set<String> ABOUT_A_MEMBER =
            Set.of("required", "additionalProperties", "unevaluatedProperties", "dependentRequired");

    /** The keyword of a rule in words, {@code {"en", "zh"}}. */
    static final String MESSAGE = "message";

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
        Words rule = !ABOUT_A_MEMBER.contains(keyword) && parent.has(MESSAGE)
                ? new Words(
                        parent.get(MESSAGE).path("en").asText(),
                        parent.get(MESSAGE).path("zh").asText())
                : rule(message, keyword);
        return new Violation(field, shown(value), rule);
    }

    private static Words rule(ValidationMessage message, String keyword) {
        JsonNode schema = message.getSchemaNode();
        return switch (keyword) {
            case "required", "dependentRequired" -> Words.of("is required", "为必填项");
            case "additionalProperties", "unevaluatedProperties" -> Words.of("is not known", "是未知的字段");
            case "enum" -> Words.of("must be one of %s", "必须是 %s 之一", Words.list(items(schema)));
            case "const" -> Words.of("must be %s", "必须是 %s", schema.asText());
            case "type" ->
                Words.of(
                        "must be %s",
                        "必须是 %s 类型", new Words(String.join(" or ", items(schema)), String.join(" 或 ", items(schema))));
            case "minLength" -> Words.of("must have at least %s characters", "至少 %s 个字符", schema.asText());
            case "maxLength" -> Words.of("must have at most %s characters", "最多 %s 个字符", schema.asText());
            case "minimum" -> Words.of("must be at least %s", "不得小于 %s", schema.asText());
            case "maximum" -> Words.of("must be at most %s", "不得大于 %s", schema.asText());
            case "exclusiveMinimum" -> Words.of("must be more than %s", "必须大于 %s", schema.asText());
            case "exclusiveMaximum" -> Words.of("must be less than %s", "必须小于 %s", schema.asText());
            case "multipleOf" -> Words.of("must be a multiple of %s", "必须是 %s 的倍数", schema.asText());
            case "pattern" -> Words.of("must match %s", "必须匹配 %s", schema.asText());
            case "format" -> Words.of("must be a %s", "必须符合格式 %s", schema.asText());
            case "minItems" -> Words.of("must have at least %s items", "至少 %s 项", schema.asText());
            case "maxItems" -> Words.of("must have at most %s items", "最多 %s 项", schema.asText());
            default -> Words.same(withoutLocation(message));
        };
    }

    private static List<String> items(JsonNode values) {
        return values.isArray() ? values.valueStream().map(JsonNode::asText).toList() : List.of(values.asText());
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
