package io.hcpnbridge.describe;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** An AsyncAPI document (3.0) of the queues of an interface: those of any, with the schemas of its messages. */
final class QueueDocument implements Describer {
    private static final String QUEUES = "/describe/queues.asyncapi.yaml";

    @Override
    public String of(InterfaceMapping mapping) {
        var document = queues();
        var title = mapping.settings().title();
        document.withObjectProperty("info")
                .put("title", mapping.name() + ": " + title.en())
                .put("version", mapping.version().substring(0, 12))
                .put("description", title.zh());
        var components = document.withObjectProperty("components");
        if (mapping.settings().delta() == null) {
            document.withObjectProperty("channels").remove("event");
            document.withObjectProperty("operations").remove("tell");
            components.withObjectProperty("messages").remove("event");
        }
        components.putObject("schemas").setAll(MessageSchemas.of(mapping, "#/components/schemas/"));
        return yaml(document);
    }

    private static ObjectNode queues() {
        try (var yaml = QueueDocument.class.getResourceAsStream(QUEUES)) {
            return ExactJson.mapper().valueToTree(new Yaml().load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String yaml(ObjectNode document) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        Map<String, Object> plain = ExactJson.mapper().convertValue(document, new TypeReference<>() {});
        return new Yaml(options).dump(plain);
    }
}
