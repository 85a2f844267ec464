package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of records of one kind of file, shared by all files.
 *
 * @param name {@code batch}, {@code answer} or {@code refusal}; of XML the element around all records
 */
public record StreamLayout(String name, List<RecordLayout> records) {
    public StreamLayout {
        records = List.copyOf(records);
    }

    /** The kind of that name. */
    public Optional<RecordLayout> record(String wanted) {
        return records.stream().filter(record -> record.name().equals(wanted)).findFirst();
    }

    Optional<RecordLayout> recordOf(RawRecord raw) {
        return records.stream().filter(record -> record.matches(raw)).findFirst();
    }

    /** "H, D, T". */
    Words marks() {
        return Words.list(records.stream().map(RecordLayout::mark).toList());
    }
}
