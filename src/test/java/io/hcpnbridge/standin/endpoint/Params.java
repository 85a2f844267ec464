package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Query parameters under rules; every broken rule is 400 CBC.0100. A name without = has the value null. */
final class Params {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** Refuses unknown and repeated names. */
    Params(Incoming call, String... known) {
        call.query().forEach((name, all) -> {
            if (!List.of(known).contains(name)) {
                throw ApiError.parameter("unknown parameter " + name);
            }
            if (all.size() > 1) {
                throw ApiError.parameter(name + " is given more than once");
            }
            values.put(name, all.get(0));
        });
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean isNull(String name) {
        return has(name) && values.get(name) == null;
    }

    boolean isAnyNull(String... names) {
        return List.of(names).stream().anyMatch(this::isNull);
    }

    void refuseEmpty(String... names) {
        for (String name : names) {
            if ("".equals(values.get(name))) {
                throw ApiError.parameter(name + " must not be empty");
            }
        }
    }

    void refuseNull(String... names) {
        for (String name : names) {
            if (isNull(name)) {
                throw ApiError.parameter(name + " must not be null");
            }
        }
    }

    /** Null if absent or null. */
    String text(String name, int maxLength) {
        String value = values.get(name);
        if (value != null && value.length() > maxLength) {
            throw ApiError.parameter(name + " is longer than " + maxLength);
        }
        return value;
    }

    /** For parameters of which null and empty are a filter that fits nothing. */
    String filter(String name, int maxLength) {
        return isNull(name) ? "" : text(name, maxLength);
    }

    /** Null if absent or null. */
    Integer whole(String name, int min, int max) {
        String value = text(name, 64);
        if (value == null) {
            return null;
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw ApiError.parameter(name + " is not a whole number");
        }
        long number = Long.parseLong(value);
        if (number < min || number > max) {
            throw ApiError.parameter(name + " is not in " + min + ".." + max);
        }
        return (int) number;
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

    String mandatoryText(String name, int maxLength) {
        String value = text(name, maxLength);
        if (value == null || value.isEmpty()) {
            throw ApiError.parameter(name + " is mandatory");
        }
        return value;
    }

    /** {@code <name>_begin} to {@code <name>_end}, a year at most. */
    TimeRange range(String name) {
        Instant from = time(name + "_begin");
        Instant to = time(name + "_end");
        if (from != null && to != null) {
            if (to.isBefore(from)) {
                throw ApiError.parameter(name + "_end is before " + name + "_begin");
            }
            if (from.atZone(ZoneOffset.UTC).plusYears(1).toInstant().isBefore(to)) {
                throw ApiError.parameter(name + " spans more than one year");
            }
        }
        return from == null && to == null ? TimeRange.ALL : new TimeRange(from, to);
    }

    private Instant time(String name) {
        String text = text(name, 20);
        return text == null ? null : UtcTime.of(name, text);
    }
}
