package io.hcpnbridge.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Generation;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import java.util.Locale;

/** The mappings as they ship, compiled by the real engine. */
final class ShippedMapping {
    static final MappingCatalog CATALOG = new MappingCatalog(new MappingSource("file:mappings/"));

    private final InterfaceMapping mapping;

    private ShippedMapping(InterfaceMapping mapping) {
        this.mapping = mapping;
    }

    static ShippedMapping of(String iface) {
        return new ShippedMapping(CATALOG.current(iface));
    }

    static JsonNode json(String text) {
        return ExactJson.read(text);
    }

    static ObjectNode object() {
        return ExactJson.mapper().createObjectNode();
    }

    /** What every mapping of a record gets to see, for the tenant acme. */
    static ObjectNode context(String record, String site) {
        ObjectNode in = object();
        in.set("record", json(record));
        in.putObject("tenant").put("name", "acme").put("domainId", "d0ma1n").put("platformId", "p1atform");
        in.put("site", site);
        in.putObject("settings").put("resourceQueryCaller", site.equals("china") ? "partner" : "customer");
        return in;
    }

    InterfaceMapping mapping() {
        return mapping;
    }

    JsonNode generationNeeds(JsonNode in) {
        return mapping.generationNeeds(in);
    }

    JsonNode request(String generation, JsonNode in) {
        return mapping.request(generation(generation), in);
    }

    JsonNode response(String generation, JsonNode in) {
        return mapping.response(generation(generation), in);
    }

    private static Generation generation(String name) {
        return Generation.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
