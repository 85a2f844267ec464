package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.MappingException;
import java.util.ArrayList;
import java.util.List;

/** A stream of a format file; says where in the file something is wrong. */
record FormatPlace(String file, FormatXml xml, String stream) {
    /** @param names record and field, as far as it is about one */
    MappingException refused(String reason, String... names) {
        List<String> path = new ArrayList<>(List.of(stream));
        path.addAll(List.of(names));
        return new MappingException(
                file, xml.line(path.toArray(new String[0])), String.join("/", path) + ": " + reason);
    }
}
