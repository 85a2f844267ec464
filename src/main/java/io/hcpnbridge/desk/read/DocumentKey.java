package io.hcpnbridge.desk.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * The business key of a document: the same key is the same record.
 *
 * @param document the ERP's number
 */
public record DocumentKey(String tenant, String interfaceName, String document) {
    /** Of its page, which stays the same: {@code /desk/records/<tenant>/<interface>/<document>}. */
    public String path() {
        return Stream.of(tenant, interfaceName, document)
                .map(part -> UriUtils.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/", "/desk/records/", ""));
    }

    /** In the order of the columns of the business key. */
    Object[] columns() {
        return List.of(tenant, interfaceName, document).toArray();
    }

    @Override
    public String toString() {
        return tenant + "/" + interfaceName + "/" + document;
    }
}
