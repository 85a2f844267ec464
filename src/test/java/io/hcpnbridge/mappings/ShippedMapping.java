package io.hcpnbridge.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.*;
import com.schibsted.spt.data.jslt.*;
import com.schibsted.spt.data.jslt.Module;
import java.io.*;
import java.math.BigDecimal;
import java.nio.file.*;
import java.time.*;
import java.util.*;

final class ShippedMapping {
    static final ObjectMapper M = JsonMapper.builder().nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
    private final String iface;

    private ShippedMapping(String iface) { this.iface = iface; }

    static ShippedMapping of(String iface) { return new ShippedMapping(iface); }
    static JsonNode json(String s) { try { return M.readTree(s); } catch (Exception e) { throw new RuntimeException(e); } }

    static ObjectNode object() { return JsonNodeFactory.instance.objectNode(); }

    static ObjectNode context(String record, String site) {
        ObjectNode in = object();
        in.set("record", json(record));
        in.putObject("tenant").put("name", "acme").put("domainId", "d0ma1n").put("platformId", "p1");
        in.put("site", site);
        in.putObject("settings").put("resourceQueryCaller", site.equals("china") ? "partner" : "customer");
        return in;
    }

    JsonNode generationNeeds(JsonNode in) { return run("generation.jslt", in); }
    JsonNode request(String g, JsonNode in) { return run("request." + g + ".jslt", in); }
    JsonNode response(String g, JsonNode in) { return run("response." + g + ".jslt", in); }

    private static final Map<String, Expression> CACHE = new HashMap<>();
    private JsonNode run(String file, JsonNode in) { return CACHE.computeIfAbsent(iface + "/" + file, this::compile).apply(in); }

    private Expression compile(String f) {
        Path p = Path.of("mappings", f);
        try {
            return new Parser(new StringReader(Files.readString(p))).withSource(p.toString()).withFunctions(FUNCS)
                    .withResourceResolver(r -> { try { return new StringReader(Files.readString(Path.of("mappings", r))); } catch (IOException e) { throw new JsltException("x " + r, e); } })
                    .compile();
        } catch (IOException e) { throw new UncheckedIOException(e); }
    }
    interface Fn { JsonNode call(JsonNode[] a); }
    static com.schibsted.spt.data.jslt.Function fn(String n, int c, Fn f) {
        return new com.schibsted.spt.data.jslt.Function() {
            public String getName() { return n; } public int getMinArguments() { return c; } public int getMaxArguments() { return c; }
            public JsonNode call(JsonNode input, JsonNode[] a) { return f.call(a); } };
    }
    static final List<com.schibsted.spt.data.jslt.Function> FUNCS = List.of(
            fn("decimal", 1, a -> a[0].isNull() ? a[0] : DecimalNode.valueOf(new BigDecimal(a[0].asText()))),
            fn("decimal-shift", 2, a -> DecimalNode.valueOf(a[0].decimalValue().movePointRight(a[1].intValue()))),
            fn("year-windows", 2, a -> {
                ArrayNode out = JsonNodeFactory.instance.arrayNode();
                Instant from = Instant.parse(a[0].asText()), to = Instant.parse(a[1].asText());
                while (!from.isAfter(to)) {
                    Instant end = from.atOffset(ZoneOffset.UTC).plusYears(1).toInstant().minusSeconds(1);
                    if (end.isAfter(to)) end = to;
                    out.addObject().put("from", from.toString()).put("to", end.toString());
                    from = end.plusSeconds(1);
                }
                return out; }));
}
