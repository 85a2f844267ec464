package io.hcpnbridge.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns a request mapping's output into a {@link PartnerRequest} and refuses whatever must not leave the process. */
final class PartnerRequestReader {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT");
    /** Extra headers a mapping may ask for, and the form of their values. */
    private static final Map<String, Pattern> HEADERS =
            Map.of("X-Language", Pattern.compile("[A-Za-z]{2}_[A-Za-z]{2}"));

    private final JsonNode output;

    PartnerRequestReader(JsonNode output) {
        this.output = output;
    }

    PartnerRequest read(Effect defaultEffect, Caller defaultCaller) {
        String method = required("method");
        if (!METHODS.contains(method)) {
            throw wrong("method", "must be one of GET, POST, PUT, DELETE");
        }
        Effect effect = effect(defaultEffect);
        return new PartnerRequest(
                required("api"),
                method,
                path(),
                query(),
                headers(),
                body(method),
                choice("envelope", Envelope.class, null),
                optional("payload"),
                effect,
                brief(effect),
                choice("caller", Caller.class, defaultCaller),
                optional("customer"),
                optional("project"),
                known());
    }

    private List<String> path() {
        JsonNode segments = output.path("path");
        if (!segments.isArray() || segments.isEmpty()) {
            throw wrong("path", "must be a list of segments");
        }
        List<String> path = new ArrayList<>();
        for (JsonNode segment : segments) {
            String text = scalar("path", segment);
            if (text.isBlank() || text.equals(".") || text.equals("..")) {
                throw wrong("path", "has an empty segment, '.' or '..'");
            }
            path.add(text);
        }
        return path;
    }

    private Map<String, List<String>> query() {
        Map<String, List<String>> query = new TreeMap<>();
        for (Map.Entry<String, JsonNode> parameter : output.path("query").properties()) {
            List<String> values = new ArrayList<>();
            if (parameter.getValue().isArray()) {
                parameter.getValue().forEach(value -> values.add(scalar("query." + parameter.getKey(), value)));
            } else if (!parameter.getValue().isNull()) {
                values.add(scalar("query." + parameter.getKey(), parameter.getValue()));
            }
            if (!values.isEmpty()) {
                query.put(parameter.getKey(), values);
            }
        }
        return query;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> header : output.path("headers").properties()) {
            if (header.getValue().isNull()) {
                continue;
            }
            Pattern form = HEADERS.get(header.getKey());
            if (form == null) {
                throw wrong("headers." + header.getKey(), "may not be sent; allowed is X-Language");
            }
            String value = scalar("headers." + header.getKey(), header.getValue());
            if (!form.matcher(value).matches()) {
                throw wrong("headers." + header.getKey(), "must look like " + form.pattern());
            }
            headers.put(header.getKey(), value);
        }
        return headers;
    }

    private Set<String> known() {
        Set<String> codes = new TreeSet<>();
        output.path("known").forEach(code -> codes.add(scalar("known", code)));
        return codes;
    }

    private byte[] body(String method) {
        JsonNode body = output.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return new byte[0];
        }
        if (!METHODS_WITH_BODY.contains(method)) {
            throw wrong("body", "goes with POST and PUT only");
        }
        return ExactJson.bytes(body);
    }

    /** {@code idempotent} stands beside the effect, as a version that does not know it takes the call for a plain write. */
    private Effect effect(Effect byDefault) {
        Effect effect = choice("effect", Effect.class, byDefault);
        if (effect == Effect.IDEMPOTENT) {
            throw wrong(
                    "effect", "is 'read' or 'write'; a write that may be repeated says \"idempotent\": true besides");
        }
        boolean idempotent = truth("idempotent");
        if (idempotent && effect == Effect.READ) {
            throw wrong("idempotent", "goes with writes only");
        }
        return idempotent ? Effect.IDEMPOTENT : effect;
    }

    private boolean brief(Effect effect) {
        boolean brief = truth("brief");
        if (brief && effect != Effect.READ) {
            throw wrong("brief", "goes with reads only");
        }
        return brief;
    }

    private boolean truth(String member) {
        JsonNode value = output.path(member);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(member, "must be true or false");
        }
        return value.asBoolean();
    }

    private <E extends Enum<E>> E choice(String member, Class<E> type, E byDefault) {
        String text = optional(member);
        if (text == null) {
            if (byDefault == null) {
                throw wrong(member, "is missing");
            }
            return byDefault;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw wrong(member, "has the unknown value '" + text + "'");
    }

    private String required(String member) {
        String text = optional(member);
        if (text == null || text.isBlank()) {
            throw wrong(member, "is missing");
        }
        return text;
    }

    private String optional(String member) {
        JsonNode value = output.path(member);
        return value.isMissingNode() || value.isNull() ? null : scalar(member, value);
    }

    private static String scalar(String member, JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        if (!value.isTextual() && !value.isBoolean()) {
            throw wrong(member, "must be a text, a number or a truth value");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value.asText())) {
            throw wrong(member, "is not Unicode text");
        }
        return value.asText();
    }

    private static IllegalArgumentException wrong(String member, String rule) {
        return new IllegalArgumentException("The request mapping's '" + member + "' " + rule);
    }
}
