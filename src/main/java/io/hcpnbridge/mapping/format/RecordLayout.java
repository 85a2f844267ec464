package io.hcpnbridge.mapping.format;

import java.util.List;
import java.util.Optional;

/**
 * A kind of line.
 *
 * @param fields in the order of their positions
 * @param shortest length of a line of this kind; {@code longest} likewise; equal unless the format allows more
 */
record RecordLayout(String name, List<FieldLayout> fields, int shortest, int longest) {
    RecordLayout {
        fields = List.copyOf(fields);
    }

    /** Whether the literals that tell the kinds of lines apart stand in this line. */
    boolean matches(String columns) {
        boolean identified = false;
        for (FieldLayout field : fields) {
            if (field.identifier()) {
                identified = true;
                if (!field.in(columns).strip().equals(field.literal())) {
                    return false;
                }
            }
        }
        return identified;
    }

    Optional<FieldLayout> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** What tells this kind apart, e.g. {@code H}. */
    String mark() {
        return fields.stream()
                .filter(FieldLayout::identifier)
                .map(FieldLayout::literal)
                .findFirst()
                .orElse(name);
    }
}
