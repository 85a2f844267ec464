package io.hcpnbridge.mapping.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.hcpnbridge.json.ExactJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Cuts a range of time into windows of at most one year, as the order APIs allow (orders API, list: span at most one
 * year). Windows include both ends and do not share a second: each begins one second after the one before.
 */
final class YearWindows {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
    private static final int MOST = 100;

    private YearWindows() {}

    static JsonNode of(JsonNode from, JsonNode to) {
        OffsetDateTime begin = time(from);
        OffsetDateTime end = time(to);
        if (begin.isAfter(end)) {
            throw new IllegalArgumentException("the beginning is after the end");
        }
        ArrayNode windows = ExactJson.mapper().createArrayNode();
        while (!begin.isAfter(end)) {
            OffsetDateTime next = begin.plusYears(1);
            OffsetDateTime last = next.minusSeconds(1);
            windows.addObject().put("from", UTC.format(begin)).put("to", UTC.format(last.isAfter(end) ? end : last));
            begin = next;
            if (windows.size() > MOST) {
                throw new IllegalArgumentException("the range is longer than " + MOST + " years");
            }
        }
        return windows;
    }

    private static OffsetDateTime time(JsonNode value) {
        try {
            return Instant.parse(value.asText()).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException invalid) {
            throw new IllegalArgumentException("needs two times in UTC, yyyy-MM-dd'T'HH:mm:ss'Z'", invalid);
        }
    }
}
