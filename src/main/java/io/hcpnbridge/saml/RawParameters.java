package io.hcpnbridge.saml;

import io.hcpnbridge.saml.RefusedMessageException.Rule;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parameters as they stand in a query or a form: what is signed are their very characters.
 *
 * @param values by name, not decoded
 */
record RawParameters(Map<String, String> values) {
    RawParameters {
        values = Map.copyOf(values);
    }

    /** Those of the names that are there, each once; others do not matter. */
    static RawParameters of(String text, Set<String> names) throws RefusedMessageException {
        var raw = new HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var name = pair.substring(0, pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('='));
            if (names.contains(name)
                    && raw.put(name, pair.substring(Math.min(pair.length(), name.length() + 1))) != null) {
                throw new RefusedMessageException(Rule.QUERY, name + " is there twice");
            }
        }
        return new RawParameters(raw);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Those of the names that are there, in this order, as they stand. */
    byte[] signed(String... names) {
        return Stream.of(names)
                .filter(this::has)
                .map(name -> name + "=" + values.get(name))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    Optional<String> plain(String name) throws RefusedMessageException {
        try {
            return Optional.ofNullable(values.get(name))
                    .map(encoded -> URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new RefusedMessageException(Rule.QUERY, "a parameter is not encoded as one");
        }
    }

    /** @param rule that is broken where it is missing or empty */
    String needed(String name, Rule rule) throws RefusedMessageException {
        return plain(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new RefusedMessageException(rule, name + " is missing"));
    }
}
