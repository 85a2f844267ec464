package io.hcpnbridge.mapping.format;

import java.util.List;
import java.util.Map;

/**
 * An element with its fields.
 *
 * @param texts of the fields, without the white space around them
 */
record XmlRecord(Map<String, String> texts) implements RawRecord {
    @Override
    public String raw(FieldLayout field) {
        return texts.getOrDefault(field.name(), "");
    }

    /** Unknown elements have been reported by their names. */
    @Override
    public List<String> outside(RecordLayout kind) {
        return List.of();
    }

    @Override
    public List<Misfit> misfits(RecordLayout kind) {
        return List.of();
    }
}
