package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A pod, or the template that pods are made from.
 *
 * @param owner the object that it stands in
 * @param template with {@code metadata} and {@code spec}
 */
public record Pod(Manifest owner, JsonNode template) {
    public JsonNode spec() {
        return template.path("spec");
    }

    Map<String, String> labels() {
        return Manifest.texts(template.at("/metadata/labels"));
    }

    Map<String, String> annotations() {
        return Manifest.texts(template.at("/metadata/annotations"));
    }

    /** All containers, those that run first included. */
    List<JsonNode> containers() {
        return Stream.of("initContainers", "containers", "ephemeralContainers")
                .flatMap(list -> elements(spec().path(list)))
                .toList();
    }

    /** The only container that stays. */
    JsonNode container() {
        if (spec().path("containers").size() != 1) {
            throw new IllegalStateException(this + " has not one container");
        }
        return spec().at("/containers/0");
    }

    List<JsonNode> volumes() {
        return elements(spec().path("volumes")).toList();
    }

    /** Whether a selector's {@code matchLabels} are labels of it. */
    boolean isSelectedBy(JsonNode matchLabels) {
        return !matchLabels.isEmpty()
                && labels().entrySet().containsAll(Manifest.texts(matchLabels).entrySet());
    }

    @Override
    public String toString() {
        return "pod of " + owner;
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
