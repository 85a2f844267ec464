package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.Blanks;
import java.util.List;
import java.util.Optional;

/**
 * A kind of record.
 *
 * @param fields in the order of their positions
 * @param shortest length of a fixed-length line of this kind, otherwise the number of its fields; {@code longest}
 *     likewise; equal unless the format allows more
 */
record RecordLayout(String name, List<FieldLayout> fields, int shortest, int longest) {
    RecordLayout {
        fields = List.copyOf(fields);
    }

    /** Whether the literals that tell the kinds of records apart stand in this one. */
    boolean matches(RawRecord record) {
        boolean identified = false;
        for (FieldLayout field : fields) {
            if (field.identifier()) {
                identified = true;
                if (!Blanks.without(record.raw(field)).equals(field.literal())) {
                    return false;
                }
            }
        }
        return identified;
    }

    /** Up to the end of the last field. */
    int width() {
        return fields.isEmpty() ? 0 : fields.get(fields.size() - 1).end();
    }

    Optional<FieldLayout> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The field whose literal tells this kind apart. */
    Optional<FieldLayout> identifier() {
        return fields.stream().filter(FieldLayout::identifier).findFirst();
    }

    /** What tells this kind apart, e.g. {@code H}; its name if no field does. */
    String mark() {
        return identifier().map(FieldLayout::literal).orElse(name);
    }
}
