package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Printable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beanio.Marshaller;
import org.beanio.types.TypeConversionException;

/** Writes lines of exact widths: nothing cut, nothing replaced but control characters, which become blanks. */
final class LineWriter implements AnswerWriter {
    private final StreamLayout layout;
    private final Columns columns;
    private final Marshaller marshaller;
    private final OutputStream out;
    private final byte[] lineEnd;

    LineWriter(StreamLayout layout, FormatSettings settings, OutputStream out) {
        this.layout = layout;
        this.columns = Columns.of(settings);
        this.marshaller = layout.marshaller();
        this.out = new BufferedOutputStream(out, 32 * 1024);
        lineEnd = settings.lineEnd().text().getBytes(StandardCharsets.US_ASCII);
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
        String line = marshaller.marshal(recordName, texts).toString();
        if (line.length() > record.longest() || line.length() < record.shortest()) {
            throw new IllegalStateException(recordName + " came out with a length of " + line.length());
        }
        out.write(columns.bytes(line));
        out.write(lineEnd);
    }

    @Override
    public void writeText(String document, String text) throws IOException {
        for (String piece : pieces(text, columns.settings().textWidth())) {
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
        out.close();
    }

    private List<String> pieces(String text, int width) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        try {
            return columns.wrap(columns.writable(withoutControls(text).strip()), width);
        } catch (BrokenTextException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String text(RecordLayout record, FieldLayout field, JsonNode value) {
        String name = record.name() + "." + field.name();
        if (isBlank(value)) {
            if (field.required()) {
                throw new UnfitValueException(name, "", "is required");
            }
            return null;
        }
        try {
            String text = field.type() != null ? field.type().written(value) : plain(value);
            String taken = columns.columns(withoutControls(text));
            if (taken.length() > field.length()) {
                Lengths unit = columns.settings().lengths();
                throw new BrokenTextException(
                        "has " + unit.count(taken.length()) + ", its column holds " + field.length());
            }
            return field.zeroFilled() && field.isNumber() ? signFirst(taken, field.length()) : taken;
        } catch (BrokenTextException | TypeConversionException unfit) {
            String shown = value.isValueNode() ? value.asText() : value.toString();
            throw new UnfitValueException(name, Printable.of(shown), unfit.getMessage());
        }
    }

    private static boolean isBlank(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.textValue().isBlank());
    }

    /** Zeros go between the sign and the digits. */
    private static String signFirst(String number, int length) {
        return number.startsWith("-") ? "-" + "0".repeat(length - number.length()) + number.substring(1) : number;
    }

    private static String plain(JsonNode value) throws BrokenTextException {
        if (!value.isValueNode()) {
            throw new BrokenTextException("must be a single value");
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
