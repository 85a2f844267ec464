package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.wire.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A JSON request body under rules; every broken rule is 400 CBC.0100. */
final class Body {
    private final JsonNode json;

    /** Refuses other content types, what is not one JSON object, and unknown fields. */
    Body(Incoming call, String... known) {
        String type = call.request().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.replace(" ", "").matches("application/json(;charset=utf-?8)?")) {
            throw ApiError.parameter("Content-Type must be application/json");
        }
        try {
            json = Json.read(call.request().body());
        } catch (JsonProcessingException e) {
            throw ApiError.parameter("the body is no JSON");
        }
        if (!json.isObject()) {
            throw ApiError.parameter("the body is no JSON object");
        }
        refuseUnknown(known);
    }

    private Body(JsonNode json, String... known) {
        this.json = json;
        refuseUnknown(known);
    }

    private void refuseUnknown(String... known) {
        json.fieldNames().forEachRemaining(name -> {
            if (!List.of(known).contains(name)) {
                throw ApiError.parameter("unknown field " + name);
            }
        });
    }

    /** The objects of a mandatory array, with the fields known for each. */
    List<Body> mandatoryObjects(String name, int max, String... known) {
        List<Body> objects = new ArrayList<>();
        for (JsonNode value : array(name, max)) {
            if (!value.isObject()) {
                throw ApiError.parameter(name + " holds something else than objects");
            }
            objects.add(new Body(value, known));
        }
        if (objects.isEmpty()) {
            throw ApiError.parameter(name + " is mandatory");
        }
        return objects;
    }

    /** An object with the fields known for it; null if absent or null. */
    Body object(String name, String... known) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw ApiError.parameter(name + " is no object");
        }
        return new Body(value, known);
    }

    boolean flag(String name, boolean byDefault) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return byDefault;
        }
        if (!value.isBoolean()) {
            throw ApiError.parameter(name + " is neither true nor false");
        }
        return value.booleanValue();
    }

    /** Null if absent or null. */
    BigDecimal decimal(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw ApiError.parameter(name + " is not a number");
        }
        return value.decimalValue();
    }

    String mandatoryText(String name, int maxLength) {
        String value = text(name, maxLength);
        if (value == null) {
            throw ApiError.parameter(name + " is mandatory");
        }
        return value;
    }

    /** Null if absent or null. */
    Integer whole(String name, int min, int max) {
        JsonNode value = json.path(name);
        return value.isMissingNode() || value.isNull() ? null : whole(name, value, min, max);
    }

    int whole(String name, int min, int max, int byDefault) {
        Integer value = whole(name, min, max);
        return value == null ? byDefault : value;
    }

    int mandatory(String name, int min, int max) {
        Integer value = whole(name, min, max);
        if (value == null) {
            throw ApiError.parameter(name + " is mandatory");
        }
        return value;
    }

    /** Null if absent or null. */
    String text(String name, int maxLength) {
        JsonNode value = json.path(name);
        return value.isMissingNode() || value.isNull() ? null : text(name, value, maxLength);
    }

    /** At least one; the order and repetitions count. */
    List<String> mandatoryPaths(String name, int max) {
        List<String> paths = new ArrayList<>();
        array(name, max).forEach(value -> paths.add(text(name, value, 255)));
        if (paths.isEmpty()) {
            throw ApiError.parameter(name + " is mandatory");
        }
        return paths;
    }

    /** Empty if absent or null. */
    List<String> texts(String name, int max) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name, max)) {
            String text = text(name, value, 64);
            if (texts.contains(text)) {
                throw ApiError.parameter(name + " names " + text + " twice");
            }
            texts.add(text);
        }
        return texts;
    }

    List<String> mandatoryTexts(String name, int max) {
        List<String> texts = texts(name, max);
        if (texts.isEmpty()) {
            throw ApiError.parameter(name + " is mandatory");
        }
        return texts;
    }

    /** Empty if absent or null. */
    List<Integer> wholes(String name, int maxCount, int min, int max) {
        List<Integer> numbers = new ArrayList<>();
        array(name, maxCount).forEach(value -> numbers.add(whole(name, value, min, max)));
        return numbers;
    }

    private JsonNode array(String name, int max) {
        JsonNode values = json.path(name);
        if (values.isMissingNode() || values.isNull()) {
            return Json.object();
        }
        if (!values.isArray() || values.size() > max) {
            throw ApiError.parameter(name + " is not an array of at most " + max);
        }
        return values;
    }

    private static int whole(String name, JsonNode value, int min, int max) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            throw ApiError.parameter(name + " is not a whole number in " + min + ".." + max);
        }
        return value.intValue();
    }

    private static String text(String name, JsonNode value, int maxLength) {
        if (!value.isTextual()
                || value.textValue().isEmpty()
                || value.textValue().length() > maxLength) {
            throw ApiError.parameter(name + " is not a text of 1.." + maxLength + " characters");
        }
        return value.textValue();
    }
}
