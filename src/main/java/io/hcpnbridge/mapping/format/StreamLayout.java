package io.hcpnbridge.mapping.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beanio.Marshaller;
import org.beanio.Unmarshaller;
import org.beanio.internal.parser.Stream;

/** One stream of a format: its kinds of lines and the compiled parser behind it, shared by all files. */
record StreamLayout(String name, List<RecordLayout> records, Stream parser, FormatXml xml) {
    StreamLayout {
        records = List.copyOf(records);
    }

    Optional<RecordLayout> record(String wanted) {
        return records.stream().filter(record -> record.name().equals(wanted)).findFirst();
    }

    Optional<RecordLayout> recordOf(RawRecord raw) {
        return records.stream().filter(record -> record.matches(raw)).findFirst();
    }

    /** Of the format file; names are a record and, for one of its fields, that; 0 if unknown. */
    int line(String... names) {
        return xml.line(
                java.util.stream.Stream.concat(java.util.stream.Stream.of(name), java.util.stream.Stream.of(names))
                        .toArray(String[]::new));
    }

    /** "H, D, T". */
    String marks() {
        return records.stream().map(RecordLayout::mark).collect(Collectors.joining(", "));
    }

    /** For one file only. */
    Unmarshaller unmarshaller() {
        return parser.createUnmarshaller(Locale.ROOT);
    }

    /** For one file only. */
    Marshaller marshaller() {
        return parser.createMarshaller();
    }
}
