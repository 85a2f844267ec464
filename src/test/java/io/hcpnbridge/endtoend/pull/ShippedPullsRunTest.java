package io.hcpnbridge.endtoend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.state.PartnerRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** The pulls that ship run once they are enabled, each for the kind of partner that may ask. */
class ShippedPullsRunTest {
    private static final Properties SHIPPED = yaml();

    @Test
    void eachTakesItsFirstPeriodIn() {
        var interfaces = shipped();
        try (var bridge = RunningBridge.start(surroundings -> {
            surroundings.set("work.catch-up-cron", "* * * * * ?");
            distributor(surroundings);
            interfaces.keySet().forEach(pull -> surroundings
                    .set("pulls." + pull + ".enabled", "true")
                    .set("pulls." + pull + ".tenants", pull.equals("quotas") ? "summit" : "acme")
                    .set("pulls." + pull + ".since", lastPeriod(pull))
                    .set("pulls." + pull + ".cron", "* * * * * ?"));
        })) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(bridge.ledger()
                            .sql("select distinct pull || ' ' || interface from pull_period"
                                    + " join batch on batch.id = batch_id where verdict = 'ACCEPTED'")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrderElementsOf(interfaces.entrySet().stream()
                            .map(pull -> pull.getKey() + " " + pull.getValue())
                            .toList()));
        }
    }

    private static void distributor(Surroundings surroundings) {
        var partner = surroundings.partner();
        partner.state().put(partner.partner("summit-domain").as(PartnerRole.DISTRIBUTOR));
        surroundings.tenant("summit", "summit-domain").set("partner.tenants.summit.role", "distributor");
    }

    private static String lastPeriod(String pull) {
        return SHIPPED.getProperty("pulls." + pull + ".period").equals("month")
                ? YearMonth.from(PulledOrders.day(0)).minusMonths(1).toString()
                : PulledOrders.day(1).toString();
    }

    private static Properties yaml() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(Path.of("src/main/resources/application.yaml")));
        return yaml.getObject();
    }

    /** Interface by pull. */
    private static Map<String, String> shipped() {
        var found = new TreeMap<String, String>();
        SHIPPED.forEach((name, value) -> {
            var parts = name.toString().split("\\.", -1);
            if (parts[0].equals("pulls") && parts[2].equals("interface")) {
                found.put(parts[1], value.toString());
            }
        });
        return found;
    }
}
