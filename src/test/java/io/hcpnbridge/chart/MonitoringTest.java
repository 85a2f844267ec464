package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards as the cluster gets them. Whether what they name is exposed, a running adapter tells (WatchedBusinessTest). */
class MonitoringTest {
    private static final Manifests MANIFESTS = Situation.everything().manifests();

    @Test
    void everyAlertHasANameOfItsOwnAndLeadsToARunbook() {
        var rules = MANIFESTS.one("PrometheusRule").at("/spec/groups/0/rules");
        var names = new ArrayList<String>();
        rules.forEach(rule -> names.add(rule.path("alert").asText()));

        assertThat(names).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(rules).allSatisfy(rule -> assertThat(
                        rule.at("/annotations/runbook_url").asText())
                .matches("https://wiki\\.example\\.com/bridge/[a-z-]+\\.md"));
    }

    @Test
    void whatPrometheusPutsInIsLeftToPrometheus() {
        assertThat(MANIFESTS.one("PrometheusRule").at("/spec/groups/0/rules").findValuesAsText("summary"))
                .anyMatch(summary -> summary.contains("{{ $labels.tenant }}"));
    }

    @Test
    void aDashboardIsFoundByItsLabelAndWhole() {
        var dashboards = MANIFESTS.all("ConfigMap").stream()
                .filter(map -> map.labels().containsKey("grafana_dashboard"))
                .toList();

        assertThat(dashboards).singleElement().satisfies(map -> {
            assertThat(map.annotations()).containsEntry("grafana_folder", "ERP");
            assertThat(map.at("/data")).isNotEmpty().allSatisfy(MonitoringTest::isDashboard);
        });
    }

    @Test
    void neitherIsThereUnlessItIsWanted() {
        var least = Situation.least().manifests();

        assertThat(least.all("PrometheusRule")).isEmpty();
        assertThat(least.all("ConfigMap")).noneMatch(map -> map.labels().containsKey("grafana_dashboard"));
    }

    private static void isDashboard(JsonNode text) {
        var dashboard = ExactJson.read(text.asText());
        assertThat(dashboard.path("title").asText()).isNotBlank();
        assertThat(dashboard.path("panels")).allSatisfy(panel -> assertThat(panel.path("targets"))
                .as(panel.path("title").asText())
                .isNotEmpty());
    }
}
