package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The judge of objects of operators finds what the operators would refuse. */
class CustomResourcesTest {
    private static final String MONITOR =
            """
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata: {name: bridge}
            spec:
              selector: {matchLabels: {part: adapter}}
              endpoints:
                - port: management
                  path: /actuator/prometheus
                  interval: 30s
                  basicAuth: {username: {name: monitor, key: username}, password: {name: monitor, key: password}}
            """;

    private static final String POLICY =
            """
            apiVersion: cilium.io/v2
            kind: CiliumNetworkPolicy
            metadata: {name: bridge}
            spec:
              endpointSelector: {matchLabels: {part: adapter}}
              egress:
                - toFQDNs: [{matchName: bss.myhuaweicloud.com}]
                  toPorts: [{ports: [{port: "443", protocol: TCP}]}]
            """;

    @Test
    void goodOnesHaveNoProblem() {
        assertThat(CustomResources.problems(manifest(MONITOR))).isEmpty();
        assertThat(CustomResources.problems(manifest(POLICY))).isEmpty();
    }

    @Test
    void anUnknownFieldIsFound() {
        assertThat(CustomResources.problems(manifest(MONITOR.replace("interval", "intervall"))))
                .singleElement()
                .asString()
                .contains("intervall");
    }

    @Test
    void aMissingFieldIsFound() {
        assertThat(CustomResources.problems(manifest(MONITOR.replace("monitor, key: password", "monitor"))))
                .singleElement()
                .asString()
                .contains("key");
    }

    @Test
    void ciliumWantsPortsAsText() {
        assertThat(CustomResources.problems(manifest(POLICY.replace("\"443\"", "443"))))
                .singleElement()
                .asString()
                .contains("port");
    }

    @Test
    void ciliumWantsOneKindOfPeerPerRule() {
        assertThat(CustomResources.problems(
                        manifest(POLICY.replace("    - toFQDNs", "    - toEntities: [world]\n      toFQDNs"))))
                .isNotEmpty();
    }

    @Test
    void whatNoOperatorIsKnownForIsUnknown() {
        assertThat(CustomResources.knows(manifest("kind: Clutser"))).isFalse();
    }

    private static Manifest manifest(String yaml) {
        return new Manifest(Yaml.one(yaml));
    }
}
