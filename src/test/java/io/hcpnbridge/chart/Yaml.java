package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as Kubernetes reads it: version 1.1, where a bare {@code yes} is a boolean and {@code 0440} an octal number. */
final class Yaml {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Yaml() {}

    /** The only document; missing if the text is empty. */
    static JsonNode one(String text) {
        var all = all(text);
        if (all.size() > 1) {
            throw new IllegalArgumentException("More than one document");
        }
        return all.isEmpty() ? MissingNode.getInstance() : all.get(0);
    }

    /** All documents that are not empty. A key that stands twice is an error. */
    static List<JsonNode> all(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var documents = new ArrayList<JsonNode>();
        for (Object document : new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(text)) {
            if (document != null) {
                documents.add(JSON.valueToTree(document));
            }
        }
        return documents;
    }
}
