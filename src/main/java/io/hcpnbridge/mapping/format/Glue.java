package io.hcpnbridge.mapping.format;

import java.util.Map;

/** Puts texts that fit their fields together to what stands in a file; for one file only. */
interface Glue {
    /** What stands before the first record. */
    default String begin() {
        return "";
    }

    /** @param texts by the field's name; blank fields have none */
    String record(RecordLayout record, Map<String, String> texts);

    /** What stands behind the last record. */
    default String end() {
        return "";
    }
}
