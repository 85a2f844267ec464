package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hcpnbridge.json.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** On which line of a JSON file what stands. */
final class SchemaPlaces {
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    SchemaPlaces(byte[] content) {
        try (JsonParser parser = ExactJson.mapper().createParser(content)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    lines.putIfAbsent(
                            parser.getParsingContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where the property is described, preferably below a member {@code near}; 0 if nowhere. */
    int property(String name, String near) {
        String end = "/properties/" + name;
        return lines.entrySet().stream()
                .filter(place -> place.getKey().endsWith(end) && place.getKey().contains("/" + near + "/"))
                .findFirst()
                .or(() -> lines.entrySet().stream()
                        .filter(place -> place.getKey().endsWith(end))
                        .findFirst())
                .map(Map.Entry::getValue)
                .orElse(0);
    }
}
