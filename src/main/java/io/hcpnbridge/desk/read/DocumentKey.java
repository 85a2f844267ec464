package io.hcpnbridge.desk.read;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * The business key of a document: the same key is the same record.
 *
 * @param document the ERP's number
 */
public record DocumentKey(String tenant, String interfaceName, String document) {
    /** What servers and proxies do not take for more than a part of a path. */
    private static final Pattern PLAIN = Pattern.compile("(?![.]+$)[^/\\\\;%?#]+");

    public DocumentKey {
        tenant = Objects.requireNonNullElse(tenant, "");
        interfaceName = Objects.requireNonNullElse(interfaceName, "");
        document = Objects.requireNonNullElse(document, "");
    }

    /** Of its page, which stays the same: {@code /desk/records/<tenant>/<interface>/<document>}; of odd keys {@code /desk/record?tenant=…}. */
    public String path() {
        return parts().allMatch(part -> PLAIN.matcher(part).matches())
                ? parts().map(DocumentKey::encoded).collect(Collectors.joining("/", "/desk/records/", ""))
                : "/desk/record?" + query();
    }

    /** As parameters of an address. */
    public String query() {
        return "tenant=" + encoded(tenant) + "&interfaceName=" + encoded(interfaceName) + "&document="
                + encoded(document);
    }

    private Stream<String> parts() {
        return Stream.of(tenant, interfaceName, document);
    }

    private static String encoded(String part) {
        return UriUtils.encode(part, StandardCharsets.UTF_8);
    }

    /** In the order of the columns of the business key. */
    Object[] columns() {
        return parts().toArray();
    }

    @Override
    public String toString() {
        return tenant + "/" + interfaceName + "/" + document;
    }
}
