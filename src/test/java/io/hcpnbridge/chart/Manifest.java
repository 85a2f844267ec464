package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One object as it goes to Kubernetes. */
public record Manifest(JsonNode tree) {
    String apiVersion() {
        return tree.path("apiVersion").asText();
    }

    String kind() {
        return tree.path("kind").asText();
    }

    public String name() {
        return tree.at("/metadata/name").asText();
    }

    Map<String, String> labels() {
        return texts(tree.at("/metadata/labels"));
    }

    Map<String, String> annotations() {
        return texts(tree.at("/metadata/annotations"));
    }

    /** Whether Helm runs it at a moment of its own instead of keeping it: the check before an upgrade, the test. */
    boolean isHook() {
        return annotations().containsKey(Chart.HOOK);
    }

    /** @param pointer JSON pointer; missing if there is nothing */
    public JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    /** What its pods are made from; of a Pod itself. */
    public Optional<Pod> pod() {
        return switch (kind()) {
            case "Pod" -> Optional.of(new Pod(this, tree));
            case "Deployment", "Job" -> Optional.of(new Pod(this, at("/spec/template")));
            case "CronJob" -> Optional.of(new Pod(this, at("/spec/jobTemplate/spec/template")));
            default -> Optional.empty();
        };
    }

    /** Short, for messages: {@code Deployment/bridge}. */
    @Override
    public String toString() {
        return kind() + "/" + name();
    }

    /** The entries of a JSON object as texts. */
    static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
