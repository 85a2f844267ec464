package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Words;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes records whose values fit: nothing cut, nothing replaced but control characters, which become blanks. */
final class RecordWriter implements AnswerWriter {
    private final StreamLayout layout;
    private final FileShape shape;
    private final Columns columns;
    private final Glue glue;
    private final OutputStream out;
    private boolean begun;

    RecordWriter(StreamLayout layout, FileShape shape, OutputStream out) {
        this.layout = layout;
        this.shape = shape;
        this.columns = shape.columns();
        this.glue = shape.glue(layout);
        this.out = new BufferedOutputStream(out, 32 * 1024);
    }

    @Override
    public void write(String recordName, ObjectNode fields) throws IOException {
        RecordLayout record = record(recordName);
        Map<String, String> texts = new HashMap<>();
        for (FieldLayout field : record.fields()) {
            String text = field.literal() != null ? field.literal() : text(record, field, fields.get(field.name()));
            if (field.bound() && text != null) {
                texts.put(field.name(), text);
            }
        }
        begin();
        out.write(columns.bytes(glue.record(record, texts)));
    }

    @Override
    public void writeText(String document, String text) throws IOException {
        for (String piece : pieces(text, shape.settings().textWidth())) {
            ObjectNode line = ExactJson.mapper().createObjectNode();
            line.put("document", document);
            line.put("text", piece);
            write("text", line);
        }
    }

    @Override
    public List<String> wrap(String recordName, String fieldName, String text) {
        return pieces(text, field(recordName, fieldName).length());
    }

    @Override
    public boolean has(String recordName) {
        return layout.record(recordName).isPresent();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            begin();
            out.write(columns.bytes(glue.end()));
        }
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            out.write(columns.bytes(glue.begin()));
        }
    }

    private List<String> pieces(String text, int width) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        try {
            return columns.wrap(columns.writable(withoutControls(text).strip()), width);
        } catch (BrokenValueException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String text(RecordLayout record, FieldLayout field, JsonNode value) {
        String name = record.name() + "." + field.name();
        if (isBlank(value)) {
            return null;
        }
        try {
            String text = field.type() != null ? field.type().written(value) : plain(value);
            String taken = columns.columns(withoutControls(text));
            if (taken.length() > field.length()) {
                throw new BrokenValueException(Words.of(
                        "has %s, its column holds %s",
                        "有 %s，该列可容纳 %s",
                        shape.count(taken.length()),
                        shape.lengths().number(field.length())));
            }
            return taken;
        } catch (BrokenValueException unfit) {
            String shown = value.isValueNode() ? value.asText() : value.toString();
            throw new UnfitValueException(name, Printable.of(shown), unfit.rule());
        }
    }

    private static boolean isBlank(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.textValue().isBlank());
    }

    private static String plain(JsonNode value) throws BrokenValueException {
        if (!value.isValueNode()) {
            throw new BrokenValueException(Words.of("must be a single value", "必须是单个值"));
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static String withoutControls(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int index = 0; index < clean.length(); index++) {
            char unit = clean.charAt(index);
            if (Character.isISOControl(unit) || unit == '\u2028' || unit == '\u2029') {
                clean.setCharAt(index, ' ');
            }
        }
        return clean.toString();
    }

    private RecordLayout record(String name) {
        return layout.record(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The stream " + layout.name() + " of the format has no record " + name));
    }

    private FieldLayout field(String record, String field) {
        return record(record)
                .field(field)
                .orElseThrow(() -> new IllegalArgumentException("The record " + record + " has no field " + field));
    }
}
