package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Primary;

/** Keeps what the response mappings of a run see, by interface: that becomes the samples' recorded answers. */
@Primary
public class RecordingInput extends MappingInput {
    private final Map<String, List<ObjectNode>> recorded = new TreeMap<>();

    RecordingInput(PartnerSettings partner) {
        super(partner);
    }

    /** The steps of each interface in the order in which they were answered. */
    public synchronized Map<String, List<ObjectNode>> recorded() {
        return recorded;
    }

    @Override
    ObjectNode of(Work work, Judgement judgement, JsonNode response) {
        var input = super.of(work, judgement, response);
        if (work.request() != null) {
            keep(work.mapping().name(), step(work, input));
        }
        return input;
    }

    private synchronized void keep(String iface, ObjectNode step) {
        recorded.computeIfAbsent(iface, none -> new CopyOnWriteArrayList<>()).add(step);
    }

    private static ObjectNode step(Work work, ObjectNode input) {
        var step = ExactJson.mapper().createObjectNode();
        step.put(
                "generation",
                work.generation() == null ? null : work.generation().text());
        step.set("site", input.get("site"));
        step.put("api", work.request().api());
        for (var name : List.of("now", "tenant", "settings", "record", "records", "cursor", "judgement", "response")) {
            if (input.hasNonNull(name)) {
                step.set(name, input.get(name).deepCopy());
            }
        }
        return step;
    }
}
