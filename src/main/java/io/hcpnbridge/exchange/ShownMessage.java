package io.hcpnbridge.exchange;

import io.hcpnbridge.text.Words;
import java.util.Map;

/**
 * A request or an answer, as it may be shown. Holds customers' data, unless it is masked.
 *
 * @param startLine method, path and query as sent; or the HTTP status; empty if there is a problem
 * @param headers those that may be shown to anybody
 * @param body empty if there was none, or there is a problem
 * @param masked whether values are hidden as {@code ***}
 * @param cutFrom how many bytes the body had, if not all of them were kept; else null
 * @param problem why nothing can be shown; null if there is none
 */
public record ShownMessage(
        String startLine, Map<String, String> headers, String body, boolean masked, Integer cutFrom, Words problem) {
    public ShownMessage {
        headers = Map.copyOf(headers);
    }

    static ShownMessage unreadable(Integer cutFrom, Words problem) {
        return new ShownMessage("", Map.of(), "", true, cutFrom, problem);
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "ShownMessage[" + (masked ? "masked" : "full") + (problem == null ? "" : ", " + problem) + "]";
    }
}
