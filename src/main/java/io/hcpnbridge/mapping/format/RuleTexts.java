package io.hcpnbridge.mapping.format;

import org.beanio.internal.parser.MessageFactory;

/** What the format library says about a bad field, in our words. {4} and {5} are the parameters of the rule. */
final class RuleTexts implements MessageFactory {
    @Override
    public String getRecordLabel(String recordName) {
        return recordName;
    }

    @Override
    public String getFieldLabel(String recordName, String fieldName) {
        return fieldName;
    }

    @Override
    public String getFieldErrorMessage(String recordName, String fieldName, String rule) {
        return switch (rule) {
            case "required", "nillable" -> "is required";
            case "literal" -> "must be {4}";
            case "regex" -> "must match {4}";
            case "type" -> "{4}";
            case "minLength" -> "must have at least {4,number,0} characters";
            case "maxLength" -> "must have at most {5,number,0} characters";
            case "length", "byteLength" -> "must fill its {4,number,0} positions";
            case "minOccurs" -> "is missing: the line ends before it";
            default -> "breaks the rule " + rule;
        };
    }

    @Override
    public String getRecordErrorMessage(String recordName, String rule) {
        return "breaks the rule " + rule;
    }
}
