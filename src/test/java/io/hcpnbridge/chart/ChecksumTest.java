package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods are replaced when what they read at their start has changed, and only then. */
class ChecksumTest {
    private static final Situation OVERRIDDEN = Situation.least()
            .with(
                    """
                    overrides:
                      routes: {failures.camel.yaml: "- route: one"}
                      mappings: {orders.coupons: {in.jslt: "{}"}}
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erp: {sftp: {port: 2200}}",
                "partner: {ordersGeneration: old}",
                "settings: {work.workers: 9}",
                "shutdown: {drainSeconds: 80}",
                "overrides: {routes: {failures.camel.yaml: \"- route: two\"}}",
                "overrides: {mappings: {orders.coupons: {in.jslt: \"{a: 1}\"}}}",
                "overrides: {mappings: {orders.coupons: {page.md: \"one more\"}}}"
            })
    void whatIsReadAtTheStartReplacesThePods(String change) {
        assertThat(checksums(OVERRIDDEN.with(change))).isNotEqualTo(checksums(OVERRIDDEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicaCount: 3",
                "service: {port: 80}",
                "podDisruptionBudget: {maxUnavailable: 2}",
                "networkPolicy: {ingressFrom: [{podSelector: {matchLabels: {a: b}}}]}",
                "tests: {enabled: false}",
                "overrides: {check: {enabled: false}}"
            })
    void whateverElseChangesDoesNot(String change) {
        assertThat(OVERRIDDEN.with(change).manifests().adapter().template())
                .isEqualTo(OVERRIDDEN.manifests().adapter().template());
    }

    @Test
    void aRouteAndAMappingHaveChecksumsOfTheirOwn() {
        var before = checksums(OVERRIDDEN);
        var after = checksums(OVERRIDDEN.with("overrides: {routes: {failures.camel.yaml: \"- route: two\"}}"));
        assertThat(before).hasSizeGreaterThanOrEqualTo(3);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.entrySet())
                .filteredOn(entry -> !before.get(entry.getKey()).equals(entry.getValue()))
                .hasSize(1);
    }

    private static Map<String, String> checksums(Situation situation) {
        var checksums = new TreeMap<>(situation.manifests().adapter().annotations());
        checksums.keySet().removeIf(name -> !name.startsWith("checksum/"));
        return checksums;
    }
}
