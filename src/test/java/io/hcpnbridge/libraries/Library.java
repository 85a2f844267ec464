package io.hcpnbridge.libraries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A library in a bill of materials (CycloneDX).
 *
 * @param name {@code group:name}
 */
record Library(String name, String version) {

    static List<Library> in(JsonNode billOfMaterials) {
        return StreamSupport.stream(billOfMaterials.path("components").spliterator(), false)
                .map(part -> new Library(
                        part.path("group").asText() + ':' + part.path("name").asText(),
                        part.path("version").asText()))
                .toList();
    }
}
