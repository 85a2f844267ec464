package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.format.TimeType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The simple types of an XML schema: each stands there once, and has the blanks around a value that the adapter takes away. */
final class XmlTypes {
    /** A time of which XML schemas know the calendar. */
    private static final String MOMENT = "yyyy-MM-dd'T'HH:mm:ss";

    private static final String NO_TIME = "no-time";

    private final Xsd schema;
    private final Set<String> written = new HashSet<>();
    private final Map<String, String> times = new HashMap<>();

    XmlTypes(Xsd schema) {
        this.schema = schema;
    }

    /** Says of an element what a column may be. */
    void add(Xsd element, Column column, boolean needed) {
        var values = column.schema().path("enum");
        switch (column.kind()) {
            case TEXT -> text(element, column.length(), values, needed);
            case NUMBER -> number(element, column, values, needed);
            case AMOUNT -> restricted(element, amount(column), needed ? XmlPatterns.SOMETHING : "");
            case TIME -> element.set("type", time(column.time().orElseThrow(), needed));
            case BLANK -> element.set("type", text(0));
        }
    }

    private void text(Xsd element, int length, JsonNode values, boolean needed) {
        if (values.isEmpty()) {
            restricted(element, text(length), needed ? XmlPatterns.SOMETHING : "");
            return;
        }
        var words = element.add("simpleType").add("restriction", "base", "xs:token");
        values.forEach(value -> words.add("enumeration", "value", value.asText()));
        if (!needed) {
            words.add("enumeration", "value", "");
        }
    }

    private void number(Xsd element, Column column, JsonNode values, boolean needed) {
        var rule = values.isEmpty() ? XmlPatterns.SOMETHING : XmlPatterns.numbers(values);
        var type = named("number-" + column.length(), text(column.length()), XmlPatterns.whole());
        if (needed) {
            restricted(element, type, rule);
        } else {
            restricted(element, type, values.isEmpty() ? "" : rule + "|\\s*");
        }
    }

    private String amount(Column column) {
        return column.decimals().isPresent()
                ? named("digits-" + column.length(), text(column.length()), XmlPatterns.whole())
                : named("amount-" + column.length(), text(column.length()), XmlPatterns.pointed());
    }

    private String text(int longest) {
        return named("text-" + longest, "xs:string", XmlPatterns.text(longest));
    }

    private String time(TimeType type, boolean needed) {
        var pattern = type.pattern();
        var name = times.computeIfAbsent(pattern, added -> "time-" + (times.size() + 1));
        var given = named(name, pattern.equals(MOMENT) ? "xs:dateTime" : "xs:string", XmlPatterns.time(pattern));
        if (needed) {
            return given;
        }
        var none = named(NO_TIME, "xs:string", XmlPatterns.NO_TIME);
        if (written.add(name + "-or-none")) {
            schema.add("simpleType", "name", name + "-or-none").add("union", "memberTypes", given + " " + none);
        }
        return name + "-or-none";
    }

    private String named(String name, String base, String pattern) {
        if (written.add(name)) {
            schema.add("simpleType", "name", name)
                    .add("restriction", "base", base)
                    .add("pattern", "value", pattern);
        }
        return name;
    }

    /** @param pattern empty: the type says all */
    private static void restricted(Xsd element, String type, String pattern) {
        if (pattern.isEmpty()) {
            element.set("type", type);
        } else {
            element.add("simpleType").add("restriction", "base", type).add("pattern", "value", pattern);
        }
    }
}
