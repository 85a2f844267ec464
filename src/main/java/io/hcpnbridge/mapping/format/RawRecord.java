package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
import java.util.List;

/** One record as it stands in a file: cut into the texts of its fields, nothing of them checked. */
interface RawRecord {
    /** A way in which a record does not look like its kind; {@code field} is empty if it is about all of it. */
    record Misfit(String field, String value, Words rule) {}

    /** The text of a field in the positions of {@link Columns}; empty if it is not there. */
    String raw(FieldLayout field);

    /** The pieces that belong to no field of that kind. */
    List<String> outside(RecordLayout kind);

    /** Why its fields cannot be told apart, e.g. its length; none if they can. */
    List<Misfit> misfits(RecordLayout kind);
}
