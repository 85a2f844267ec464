package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The chart's README is made from the chart and never stale. */
class ChartReadmeTest {
    private static final String WRITE = "chart.readme.write";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void theReadmeSaysWhatTheChartHas() throws IOException {
        var text = new ChartReadme().text();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(ChartReadme.FILE, text);
        }
        assertThat(Chart.text(ChartReadme.FILE))
                .as("helm/README.md is stale; write it with: mvn test -Dtest=ChartReadmeTest -D%s=true", WRITE)
                .isEqualTo(text);
    }

    @Test
    void everyValueHasAMeaningAndEveryCommentAValue() {
        assertThat(ValueComments.mistakes(Chart.text(Chart.FOLDER.resolve("values.yaml"))))
                .isEmpty();
    }

    @Test
    void aForgottenCommentIsFound() {
        assertThat(ValueComments.mistakes("# -- Says something.\na: 1\nb:\n  c: 2\n# -- About nothing.\n\nd: {}\n"))
                .containsExactly("comment without a value: About nothing.", "b.c", "d");
    }

    @Test
    void everyExampleInACommentIsTaken() {
        var examples = ValueComments.commented(Chart.text(Chart.FOLDER.resolve("values.yaml"))).stream()
                .filter(entry -> !entry.example().isEmpty())
                .toList();
        assertThat(examples).isNotEmpty().allSatisfy(entry -> assertThat(Situation.least()
                        .with(entry.exampleAsValues())
                        .manifests()
                        .all())
                .isNotEmpty());
    }

    @Test
    void everyKindThatTheChartInstallsIsNamed() {
        var named = Pattern.compile("(?m)^\\| `?([A-Za-z]+)`? \\|")
                .matcher(new ChartReadme().text().split("## Values", 2)[0])
                .results()
                .map(row -> row.group(1))
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .toList();
        var kinds = new TreeSet<String>();
        Situation.all()
                .forEach(situation -> situation.manifests().all().forEach(manifest -> kinds.add(manifest.kind())));
        assertThat(named).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void whateverItLinksToExists() {
        assertThat(LINK.matcher(new ChartReadme().text()).results().map(link -> link.group(1)))
                .filteredOn(link -> !link.contains("://"))
                .allSatisfy(link -> assertThat(Path.of("helm").resolve(link)).exists());
    }

    @Test
    void theChartIsOfTheAdaptersVersion() {
        var pom = Chart.text(Path.of("pom.xml"));
        var version = Pattern.compile("<artifactId>hcpn-erp-bridge</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(pom);
        assertThat(version.find()).isTrue();
        assertThat(Yaml.one(Chart.text(Chart.FOLDER.resolve("Chart.yaml")))
                        .path("appVersion")
                        .asText())
                .isEqualTo(version.group(1));
    }
}
