package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Blanks;
import java.util.List;
import java.util.Optional;

/**
 * A kind of record in a file.
 *
 * @param fields in the order of their positions
 */
public record RecordLayout(String name, List<FieldLayout> fields) {
    public RecordLayout {
        fields = List.copyOf(fields);
    }

    /** Whether the literals that tell the kinds of records apart stand in this one. */
    boolean matches(RawRecord record) {
        return identifier().isPresent()
                && fields.stream()
                        .filter(field -> field.literal() != null)
                        .allMatch(field -> Blanks.without(record.raw(field)).equals(field.literal()));
    }

    /** Of a fixed-length line: up to the end of the last field. */
    int width() {
        return fields.isEmpty() ? 0 : fields.get(fields.size() - 1).end();
    }

    /** The field of that name. */
    public Optional<FieldLayout> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    /** The field whose literal tells this kind apart. */
    Optional<FieldLayout> identifier() {
        return fields.stream().filter(field -> field.literal() != null).findFirst();
    }

    /** What tells this kind apart, e.g. {@code H}; its name if no field does. */
    String mark() {
        return identifier().map(FieldLayout::literal).orElse(name);
    }
}
