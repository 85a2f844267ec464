package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The columns of an interface's files as {@code interface.yaml} and {@code shared/} have them, put together as an ERP programmer would:
 * independent of the adapter's own reader.
 */
public final class ErpColumns {
    private static final Pattern SEVERAL = Pattern.compile("(\\D+)(\\d+)-(\\d+)");

    /**
     * A column.
     *
     * @param from its place in a fixed-length line, from 1 as in the manual; 0 in the other kinds
     * @param length of a fixed-length column, otherwise its longest value
     * @param type {@code literal}, {@code text}, {@code number}, {@code amount}, {@code time} or {@code blank}
     * @param literal its only value, empty if it has none
     * @param pattern of a time, empty otherwise
     */
    public record Column(String name, int from, int length, String type, String literal, String pattern) {
        /** The column of a fixed-length line in bytes as ISO-8859-1. */
        public String in(String line) {
            return line.substring(from - 1, from - 1 + length);
        }

        boolean right() {
            return type.equals("number") || type.equals("amount");
        }
    }

    private final Map<String, Object> definition;
    private final Map<String, Object> types;
    private final Map<String, Object> frame;
    private final Map<String, Object> look = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Column>>> streams = new LinkedHashMap<>();
    private final String kind;

    private ErpColumns(String iface, Path mappings) {
        definition = yaml(mappings.resolve(iface).resolve("interface.yaml"));
        var shared = mappings.resolve("shared");
        var folder = Files.exists(shared.resolve("types.yaml")) ? shared : Path.of("mappings/shared");
        types = yaml(folder.resolve("types.yaml"));
        frame = yaml(folder.resolve("records.yaml"));
        var file = definition.get("file");
        kind = file instanceof Map<?, ?> map ? map.get("kind").toString() : file.toString();
        look.putAll(map(yaml(folder.resolve("files.yaml")), kind));
        if (file instanceof Map<?, ?>) {
            look.putAll(map(definition, "file"));
        }
        batch();
        answer();
        streams.put("refusal", frame("refusal", "header", "problem", "trailer"));
        fill(streams.get("batch"));
    }

    /** Of an interface in a folder; what is shared stands there, too, or is what ships. */
    public static ErpColumns of(String iface, Path mappings) {
        return new ErpColumns(iface, mappings);
    }

    /** {@code fixed-length}, {@code csv} or {@code xml}. */
    public String kind() {
        return kind;
    }

    /** How the files look: {@code charset} and so on. */
    public String look(String key) {
        return String.valueOf(look.get(key));
    }

    /** The kinds of records of {@code batch}, {@code answer} or {@code refusal}. */
    public Map<String, List<Column>> stream(String name) {
        return streams.get(name);
    }

    Map<String, Map<String, List<Column>>> streams() {
        return streams;
    }

    private void batch() {
        var batch = frame("batch", "header", "record", "trailer");
        batch.put("record", columns(letter("batch", "record"), map(definition, "record")));
        var trailer = new LinkedHashMap<>(map(map(map(frame, "batch"), "trailer"), "columns"));
        trailer.putAll(map(definition, "controls"));
        batch.put("trailer", columns(letter("batch", "trailer"), trailer));
        streams.put("batch", batch);
    }

    private void answer() {
        var own = map(definition, "answer");
        var answer = new LinkedHashMap<String, List<Column>>();
        for (var name : List.of("header", "result", "text")) {
            answer.put(name, columns(letter("answer", name), framed(name)));
        }
        own.keySet().stream()
                .filter(name -> !name.equals("result") && !name.equals("trailer"))
                .forEach(name -> {
                    var all = new LinkedHashMap<>(framed("row"));
                    all.putAll(map(map(own, name), "columns"));
                    answer.put(name, columns(String.valueOf(map(own, name).getOrDefault("letter", "")), all));
                });
        if (definition.containsKey("sums")) {
            answer.put("sum", columns(letter("answer", "sum"), framed("sum")));
        }
        answer.put("trailer", columns(letter("answer", "trailer"), framed("trailer")));
        streams.put("answer", answer);
    }

    /** The columns that a record of the answer has in every interface, and those of this one; a document's number is as long as in the record. */
    private Map<String, Object> framed(String name) {
        var all = new LinkedHashMap<>(map(map(map(frame, "answer"), name), "columns"));
        all.computeIfPresent(
                "document", (any, column) -> map(definition, "record").get("document"));
        all.putAll(map(map(map(definition, "answer"), name), "columns"));
        if (name.equals("result")) {
            map(definition, "record").forEach((column, said) -> {
                if (said instanceof Map<?, ?> map && "yes".equals(map.get("repeated"))) {
                    all.put(column, said);
                }
            });
        }
        return all;
    }

    private Map<String, List<Column>> frame(String stream, String... names) {
        var records = new LinkedHashMap<String, List<Column>>();
        for (var name : names) {
            records.put(name, columns(letter(stream, name), map(map(map(frame, stream), name), "columns")));
        }
        return records;
    }

    private String letter(String stream, String name) {
        return String.valueOf(map(map(frame, stream), name).getOrDefault("letter", ""));
    }

    private List<Column> columns(String letter, Map<String, Object> said) {
        var columns = new ArrayList<Column>();
        if (!kind.equals("xml")) {
            add(columns, "recordType", letter.length(), "literal", letter, "");
        }
        said.forEach((name, column) -> names(name).forEach(each -> add(columns, each, map(said, name))));
        return columns;
    }

    private void add(List<Column> columns, String name, Map<String, Object> said) {
        var type = map(types, said.get("type").toString());
        var is = type.get("is").toString();
        var pattern =
                is.equals("time") ? said.getOrDefault("time", look.get("time")).toString() : "";
        var usual = is.equals("time") ? pattern.replace("'", "").length() : type.get("length");
        var length = said.getOrDefault("length", usual).toString();
        add(
                columns,
                name,
                Integer.parseInt(length.equals("text-width") ? look("text-width") : length),
                is,
                "",
                pattern);
    }

    private void add(List<Column> columns, String name, int length, String type, String literal, String pattern) {
        var from = columns.isEmpty()
                ? 1
                : columns.get(columns.size() - 1).from()
                        + columns.get(columns.size() - 1).length();
        columns.add(new Column(name, kind.equals("fixed-length") ? from : 0, length, type, literal, pattern));
    }

    /** All lines that an ERP writes with fixed lengths are as long as the longest. */
    private void fill(Map<String, List<Column>> batch) {
        if (kind.equals("fixed-length")) {
            var longest =
                    batch.values().stream().mapToInt(ErpColumns::length).max().orElseThrow();
            batch.values().stream()
                    .filter(columns -> length(columns) < longest)
                    .forEach(columns -> add(columns, "reserved", longest - length(columns), "blank", "", ""));
        }
    }

    /** Of a fixed-length line. */
    public static int length(List<Column> columns) {
        return columns.stream().mapToInt(Column::length).sum();
    }

    private static Stream<String> names(String name) {
        var several = SEVERAL.matcher(name);
        return several.matches()
                ? IntStream.rangeClosed(Integer.parseInt(several.group(2)), Integer.parseInt(several.group(3)))
                        .mapToObj(number -> several.group(1) + number)
                : Stream.of(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String key) {
        return (Map<String, Object>) from.getOrDefault(key, Map.of());
    }

    /** Everything plain is text: {@code yes}, {@code N} and {@code 1} as well. */
    private static Map<String, Object> yaml(Path file) {
        var texts = new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                // none
            }
        };
        try {
            return new Yaml(
                            new SafeConstructor(new LoaderOptions()),
                            new Representer(new DumperOptions()),
                            new DumperOptions(),
                            new LoaderOptions(),
                            texts)
                    .load(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
