package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** The table of pulls is what ships. */
class ShippedPullsTest {
    @Test
    void everyPullThatShipsIsInTheTableAndSwitchedOff() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(Path.of("src/main/resources/application.yaml")));
        var shipped = yaml.getObject();
        var names = new TreeSet<String>();
        shipped.stringPropertyNames().stream()
                .filter(name -> name.startsWith("pulls."))
                .forEach(name -> names.add(name.split("\\.", -1)[1]));
        var rows = new ArrayList<List<String>>();
        for (var name : names) {
            var prefix = "pulls." + name + ".";
            assertThat(shipped.getProperty(prefix + "enabled")).isEqualTo("false");
            rows.add(List.of(
                    name,
                    shipped.getProperty(prefix + "interface"),
                    "`" + shipped.getProperty(prefix + "cron") + "`",
                    shipped.getProperty(prefix + "period")));
        }

        assertThat(Pages.page("schedules").table("pull"))
                .extracting(row -> row.subList(0, 4))
                .containsExactlyInAnyOrderElementsOf(rows);
    }
}
