package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * What {@code interface.yaml} says besides its columns.
 *
 * @param route id of the route that works on its records; empty for one made of its name
 * @param effect of its requests unless the request says otherwise: {@code read} or {@code write}
 * @param caller whose keys its requests need unless the request says otherwise: {@code partner} or {@code customer}
 * @param apis that its requests call
 * @param together null unless several records go into one call
 * @param delta null unless some records are answered with changes only
 */
public record InterfaceSettings(
        Words title,
        Optional<String> route,
        String effect,
        String caller,
        List<PartnerApi> apis,
        List<ControlTotal> controls,
        List<AnswerSum> sums,
        Together together,
        Delta delta) {
    public InterfaceSettings {
        apis = List.copyOf(apis);
        controls = List.copyOf(controls);
        sums = List.copyOf(sums);
    }

    /** Whether it calls the partner; if not, a route of its own does what its request mapping asks for. */
    public boolean calls() {
        return !apis.isEmpty();
    }
}
