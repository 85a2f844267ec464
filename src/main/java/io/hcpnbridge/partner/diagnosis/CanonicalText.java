package io.hcpnbridge.partner.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a canonical request (authentication, section 3.1). A gateway tells its own in the text of an error, with {@code |} for the
 * ends of lines.
 *
 * @param query encoded pairs, in their order
 * @param headers values by names in lower case
 * @param signedHeaders names, joined with semicolons
 */
record CanonicalText(
        String method,
        String path,
        List<String> query,
        Map<String, String> headers,
        String signedHeaders,
        String payloadHash) {
    /** What an error's text or a log puts before it. */
    private static final Pattern LEAD = Pattern.compile("^[\\s:=\"]+");
    /** What an error's text may put behind it. */
    private static final Pattern HASH = Pattern.compile("^([0-9a-fA-F]{64}|UNSIGNED-PAYLOAD)\\b.*", Pattern.DOTALL);

    private static final int HEAD = 3;

    CanonicalText {
        query = List.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** Empty if it is none. */
    static Optional<CanonicalText> of(String text) {
        String plain = LEAD.matcher(text)
                .replaceFirst("")
                .replace("\\/", "/")
                .replace("\\n", "|")
                .replace('\n', '|');
        List<String> lines = Arrays.asList(plain.split("\\|", -1));
        if (lines.size() <= HEAD) {
            return Optional.empty();
        }
        int blank = lines.subList(HEAD, lines.size()).indexOf("") + HEAD;
        if (blank < HEAD || lines.size() < blank + HEAD) {
            return Optional.empty();
        }
        Matcher hash = HASH.matcher(lines.get(blank + 2).strip());
        return hash.matches()
                ? Optional.of(new CanonicalText(
                        lines.get(0),
                        lines.get(1),
                        lines.get(2).isEmpty()
                                ? List.of()
                                : List.of(lines.get(2).split("&", -1)),
                        headers(lines.subList(HEAD, blank)),
                        lines.get(blank + 1),
                        hash.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** A value may hold the sign that ends lines. */
    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                names.add(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
                headers.put(
                        names.get(names.size() - 1), line.substring(colon + 1).strip());
            } else if (!names.isEmpty()) {
                headers.merge(names.get(names.size() - 1), line, (value, rest) -> value + "|" + rest);
            }
        }
        return headers;
    }

    /** Empty if it is not signed. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Without values: one of the headers may be a token. */
    @Override
    public String toString() {
        return "CanonicalText[" + method + ", " + signedHeaders + "]";
    }
}
