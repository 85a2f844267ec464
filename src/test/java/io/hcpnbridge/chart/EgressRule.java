package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** One rule of a policy for outgoing connections, in Kubernetes' or in Cilium's words. */
record EgressRule(JsonNode tree) {
    static List<EgressRule> of(Manifest policy) {
        return Pod.elements(policy.at("/spec/egress")).map(EgressRule::new).toList();
    }

    List<Integer> ports() {
        return portEntries().map(port -> port.path("port").asInt()).toList();
    }

    List<String> protocols() {
        return portEntries()
                .map(port -> port.path("protocol").asText())
                .distinct()
                .toList();
    }

    /** Whether it is for questions to a name server. */
    boolean isDns() {
        return protocols().contains("UDP") || protocols().contains("ANY");
    }

    /** Whether it says where to; a rule that does not lets out to everywhere. */
    boolean hasPeers() {
        var peers = Stream.of("to", "toFQDNs", "toEndpoints", "toCIDR", "toCIDRSet")
                .flatMap(list -> Pod.elements(tree.path(list)))
                .toList();
        return !peers.isEmpty() && peers.stream().noneMatch(JsonNode::isEmpty);
    }

    /** Ranges of addresses that it names. */
    List<JsonNode> blocks() {
        return Stream.concat(
                        Pod.elements(tree.path("to")).map(peer -> peer.path("ipBlock")),
                        Pod.elements(tree.path("toCIDRSet")))
                .filter(block -> !block.isMissingNode())
                .toList();
    }

    /** Whether an address outside the cluster is let out to. */
    boolean letsOutTo(String address) {
        return blocks().stream()
                .anyMatch(block -> contains(block.path("cidr"), address)
                        && Pod.elements(block.path("except")).noneMatch(except -> contains(except, address)));
    }

    /** Whether it is for an endpoint: has its port, and in Cilium's words also its name. */
    boolean letsOutTo(Endpoints endpoint) {
        var names = tree.path("toFQDNs").findValuesAsText("matchName");
        return ports().contains(endpoint.port()) && (names.isEmpty() || names.contains(endpoint.host()));
    }

    private Stream<JsonNode> portEntries() {
        return Stream.concat(
                Pod.elements(tree.path("ports")),
                Pod.elements(tree.path("toPorts")).flatMap(list -> Pod.elements(list.path("ports"))));
    }

    private static boolean contains(JsonNode range, String address) {
        boolean four = address.matches("[\\d.]+");
        return four == range.asText().matches("[\\d./]+") && new IpAddressMatcher(range.asText()).matches(address);
    }
}
