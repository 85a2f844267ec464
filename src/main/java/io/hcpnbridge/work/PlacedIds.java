package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.KeyText;
import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ids in an answer that no mapping could read: whoever has to find out what a write has done needs them. Members named
 * {@code id}, {@code order_ids}, {@code domainId} and the like, nothing else of the answer.
 */
final class PlacedIds {
    private static final Pattern NAME = Pattern.compile("ids?|\\w{1,60}_ids?|\\w{1,60}[a-z]Ids?");
    private static final int MOST = 10;
    private static final int LONGEST = 200;

    private PlacedIds() {}

    /** {@code (order_ids CS1, CS2)} behind a blank; empty if there is none. */
    static Words of(JsonNode answer) {
        List<String> found = new ArrayList<>();
        if (answer != null) {
            collect(answer, found);
        }
        return found.isEmpty() ? Words.NONE : Words.of(" (%s)", "（%s）", String.join("; ", found));
    }

    private static void collect(JsonNode node, List<String> found) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (NAME.matcher(member.getKey()).matches()) {
                ids(member.getKey(), member.getValue(), found);
            }
            collect(member.getValue(), found);
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, found));
        }
    }

    private static void ids(String name, JsonNode value, List<String> found) {
        List<String> ids = new ArrayList<>();
        for (JsonNode id : value.isArray() ? value : List.of(value)) {
            if ((id.isTextual() || id.isIntegralNumber()) && !id.asText().isBlank() && ids.size() < MOST) {
                ids.add(shortened(KeyText.visible(id.asText())));
            }
        }
        if (!ids.isEmpty() && found.size() < MOST) {
            found.add(name + " " + String.join(", ", ids));
        }
    }

    private static String shortened(String id) {
        return id.length() <= LONGEST ? id : id.substring(0, LONGEST) + "...";
    }
}
