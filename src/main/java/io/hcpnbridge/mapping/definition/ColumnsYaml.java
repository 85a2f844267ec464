package io.hcpnbridge.mapping.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.format.TimeType;
import io.hcpnbridge.mapping.problem.Mistakes;
import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads columns: one on a line, {@code name: {type: …, length: …, needed: yes, en: …, zh: …}}. */
final class ColumnsYaml {
    /** A key that columns of answers have. */
    static final String TOLD_BY = "told-by";

    /** {@code resource1-10} stands for ten columns alike. */
    private static final Pattern SEVERAL = Pattern.compile("([A-Za-z]\\w*?)(\\d+)-(\\d+)");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private final Map<String, ValueType> types;
    private final FileLook look;
    private final String iface;
    private final Set<String> known = new HashSet<>(RulesYaml.KEYS);

    ColumnsYaml(Map<String, ValueType> types, FileLook look, String iface) {
        this.types = types;
        this.look = look;
        this.iface = iface;
        known.addAll(Set.of("type", "length", "decimals", "time", "needed", "en", "zh"));
    }

    /** @param further keys that these columns may have */
    List<Column> read(YamlSection columns, String... further) {
        Set<String> allowed = new HashSet<>(known);
        allowed.addAll(Set.of(further));
        List<Column> read = new ArrayList<>();
        Mistakes mistakes = new Mistakes();
        for (String key : columns.keys()) {
            mistakes.attempt(() -> {
                Column column = column(columns.place(key), key, columns.section(key, allowed));
                for (String name : names(columns, key)) {
                    if (read.stream().anyMatch(other -> other.name().equals(name))) {
                        throw columns.error(key, "stands here twice, as " + name);
                    }
                    read.add(column.as(name, column.length()));
                }
            });
        }
        mistakes.end();
        return read;
    }

    private static List<String> names(YamlSection columns, String key) {
        Matcher several = SEVERAL.matcher(key);
        if (!several.matches()) {
            if (!NAME.matcher(key).matches() || key.equals("recordType")) {
                throw columns.error(key, "is no name of a column: letters and digits, beginning with a letter");
            }
            return List.of(key);
        }
        int from = Integer.parseInt(several.group(2));
        int to = Integer.parseInt(several.group(3));
        if (from >= to || to > 1000) {
            throw columns.error(key, "must count upwards, such as resource1-10");
        }
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> several.group(1) + number)
                .toList();
    }

    private Column column(Place place, String key, YamlSection column) {
        ValueType type = types.get(column.required("type"));
        if (type == null) {
            throw column.error(
                    "type", "must be one of " + String.join(", ", types.keySet()) + " (" + TypesYaml.FILE + ")");
        }
        Optional<TimeType> time = type.kind() == ValueKind.TIME ? Optional.of(time(column, type)) : Optional.empty();
        int length = length(column, type, time.map(TimeType::length).orElse(0));
        Map<String, Words> values = column.has(ValuesYaml.KEY) ? ValuesYaml.meanings(column) : type.values();
        ObjectNode schema = type.rules().deepCopy();
        RulesYaml.add(column, type.kind(), schema);
        checkValues(column, schema.path("enum"), length);
        ToldBy toldBy = toldBy(column);
        setLength(schema, "pattern", length);
        if (schema.path("message") instanceof ObjectNode rule) {
            setLength(rule, "en", length);
            setLength(rule, "zh", length);
        }
        return new Column(
                key,
                place,
                type.kind(),
                length,
                column.has("decimals") ? TypesYaml.decimals(column) : type.decimals(),
                time,
                column.yes("needed"),
                column.yes("repeated"),
                toldBy,
                type.label(),
                toldBy.marked(meaning(column)),
                values,
                schema);
    }

    private static ToldBy toldBy(YamlSection column) {
        List<String> known = Stream.of(ToldBy.values())
                .map(by -> by.name().toLowerCase(Locale.ROOT))
                .toList();
        return ToldBy.valueOf(column.oneOf(TOLD_BY, known).toUpperCase(Locale.ROOT));
    }

    /** Values of its own that have a meaning may say enough. */
    private Words meaning(YamlSection column) {
        boolean said = !column.hasSection(ValuesYaml.KEY) || column.has("en") || column.has("zh");
        return said ? column.words().with("interface", iface) : Words.NONE;
    }

    private static void setLength(ObjectNode texts, String name, int length) {
        if (texts.has(name)) {
            texts.put(name, texts.get(name).textValue().replace("{length}", Integer.toString(length)));
        }
    }

    private void checkValues(YamlSection column, JsonNode values, int length) {
        for (JsonNode value : values) {
            int taken = look.length(value.asText());
            if (taken > length) {
                throw column.error("length", "must be at least " + taken + ", to hold " + value.asText());
            }
        }
    }

    private TimeType time(YamlSection column, ValueType type) {
        return column.text("time").or(type::time).isEmpty()
                ? look.time()
                : column.converted(
                        "time",
                        type.time().orElse(""),
                        "must be a pattern such as yyyyMMdd",
                        pattern -> new TimeType(pattern, look.settings().zone()));
    }

    /** @param time length of a time; 0 if it is none */
    private int length(YamlSection column, ValueType type, int time) {
        int usual = time > 0 ? time : type.length();
        if (column.text("length").filter("text-width"::equals).isPresent()) {
            return look.settings().textWidth();
        }
        int length = column.number("length", usual, 0, 100_000);
        if (length == 0) {
            throw column.error("length", "is missing");
        }
        if (time > length) {
            throw column.error("length", "must be at least " + time + ", the length of a time");
        }
        return length;
    }
}
