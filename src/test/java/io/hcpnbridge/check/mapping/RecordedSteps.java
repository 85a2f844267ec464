package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.InterfaceMapping;

/** Steps of a run as the check compares them: with what the mappings that ship ask and give. */
public final class RecordedSteps {
    private RecordedSteps() {}

    /** The step with its request and with what its answer is mapped to. */
    public static JsonNode completed(InterfaceMapping mapping, JsonNode recorded) {
        var inputs = new Inputs(mapping, new Findings(mapping));
        var step = new Step(mapping, RecordedAnswers.generation(recorded));
        var input = RecordedAnswers.input(inputs, recorded);
        ObjectNode completed = recorded.deepCopy();
        completed.set("request", step.request(input));
        completed.set("given", step.response(RecordedAnswers.answer(inputs, input, recorded)));
        return completed;
    }
}
