package io.hcpnbridge.chart;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The types of values, which the model's validation leaves open: the API server refuses a number or a boolean where a text
 * belongs (a label, a variable's value) and the other way round.
 */
final class KubernetesTypes {
    private KubernetesTypes() {}

    /**
     * Adds what is wrong below a path to the problems.
     *
     * @param type a class of the model, a list or map of such, or a simple type
     */
    static void check(String path, JsonElement json, Type type, List<String> problems) {
        if (json.isJsonNull()) {
            problems.add(path + " is null");
        } else if (type instanceof ParameterizedType generic) {
            checkMany(path, json, generic, problems);
        } else if (isModel((Class<?>) type)) {
            checkFields(path, json, (Class<?>) type, problems);
        } else if (!fits(json, (Class<?>) type)) {
            problems.add("%s is %s, not %s".formatted(path, json, ((Class<?>) type).getSimpleName()));
        }
    }

    private static void checkMany(String path, JsonElement json, ParameterizedType type, List<String> problems) {
        if (type.getRawType() == Map.class && json.isJsonObject()) {
            json.getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> check(
                            path + "." + entry.getKey(), entry.getValue(), type.getActualTypeArguments()[1], problems));
        } else if (type.getRawType() == List.class && json.isJsonArray()) {
            for (int i = 0; i < json.getAsJsonArray().size(); i++) {
                check(path + "[" + i + "]", json.getAsJsonArray().get(i), type.getActualTypeArguments()[0], problems);
            }
        } else {
            problems.add(path + " is no " + type.getRawType());
        }
    }

    private static void checkFields(String path, JsonElement json, Class<?> model, List<String> problems) {
        if (!(json instanceof JsonObject object)) {
            problems.add(path + " is no object");
            return;
        }
        var types = new HashMap<String, Type>();
        Arrays.stream(model.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(SerializedName.class))
                .forEach(field -> types.put(nameOf(field), field.getGenericType()));
        object.entrySet().stream()
                .filter(entry -> types.containsKey(entry.getKey()))
                .forEach(entry ->
                        check(path + "." + entry.getKey(), entry.getValue(), types.get(entry.getKey()), problems));
    }

    private static String nameOf(Field field) {
        return field.getAnnotation(SerializedName.class).value();
    }

    private static boolean isModel(Class<?> type) {
        return type.getPackageName().equals("io.kubernetes.client.openapi.models");
    }

    private static boolean fits(JsonElement json, Class<?> type) {
        if (type == Object.class) {
            return true;
        }
        if (!(json instanceof JsonPrimitive value)) {
            return false;
        }
        if (type == Integer.class || type == Long.class) {
            return isInteger(value);
        }
        if (type == Boolean.class) {
            return value.isBoolean();
        }
        if (type == IntOrString.class) {
            return value.isString() || isInteger(value);
        }
        return type == Quantity.class ? isQuantity(value) : value.isString();
    }

    private static boolean isInteger(JsonPrimitive value) {
        return value.isNumber() && value.getAsString().matches("-?\\d+");
    }

    private static boolean isQuantity(JsonPrimitive value) {
        try {
            return Quantity.fromString(value.getAsString()) != null;
        } catch (QuantityFormatException | NumberFormatException e) {
            return false;
        }
    }
}
