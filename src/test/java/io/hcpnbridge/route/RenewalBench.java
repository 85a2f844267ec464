package io.hcpnbridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.ledger.BatchLine;
import io.hcpnbridge.ledger.EventAudience;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.rehearsal.LedgerDatabase;
import io.hcpnbridge.route.MoodyPartner.Mood;
import io.hcpnbridge.work.RecordSteps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Renewals on their way through routes that may be wrong, with the real steps, the real ledger and a moody partner. */
final class RenewalBench implements AutoCloseable {
    /** By the old and the new endpoints, with configured keys, and with keys from IAM. */
    private static final List<String> TENANTS = List.of("acme-old", "acme-new", "acme-iam");

    /** Enough for whatever waits to be sent once more. */
    private static final int ROUNDS = 2;

    /** What the catalogue makes of that template. */
    private static final JsonNode RENEWALS = RouteText.of(
                    "",
                    """
                    templatedRoute:
                      routeTemplateRef: work-on-interface
                      routeId: renew-resources
                      parameters:
                        - {name: interface, value: orders.renew}
                        - {name: title, value: Renew}
                    """)
            .tree();

    final MoodyPartner partner = new MoodyPartner();
    private final ConfigurableApplicationContext context;
    private final Map<String, RouteText> shipped;
    private int batch;

    RenewalBench(Map<String, RouteText> shipped) {
        this.shipped = shipped;
        List<String> properties = new ArrayList<>(List.of(
                "camel.main.routes-include-pattern=false",
                "spring.datasource.url=" + LedgerDatabase.create().url(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=postgres",
                "management.endpoint.health.validate-group-membership=false",
                "partner.site=china",
                "partner.endpoint=http://" + partner.address(),
                "partner.iam-endpoint=http://" + partner.address(),
                "partner.tenants.acme-old.orders-generation=old",
                "partner.tenants.acme-iam.platform-id=ACME",
                "work.tries=2",
                "work.credential-tries=2"));
        for (var api : List.of("renew-resources-old", "renew-resources-new", "disable-auto-renew-new")) {
            properties.add("partner.quotas." + api + "=1000");
        }
        for (var tenant : TENANTS) {
            var prefix = "partner.tenants." + tenant + ".";
            properties.add(prefix + "domain-id=d-" + tenant);
            properties.add(prefix + "access-key=ak");
            properties.add(prefix + "secret-key=sk");
            if (!tenant.equals("acme-iam")) {
                for (var mood : Mood.values()) {
                    properties.add(prefix + "customers." + customer(mood) + ".access-key=ak");
                    properties.add(prefix + "customers." + customer(mood) + ".secret-key=sk");
                }
            }
        }
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(properties.stream().map(property -> "--" + property).toArray(String[]::new));
    }

    /** The beans that the routes call. */
    ConfigurableApplicationContext beans() {
        return context;
    }

    /** Lets renewals go through the shipped routes, with that one file instead of its own; how often each was sent. */
    Map<String, Integer> renewalsThrough(RouteMutant mutant) {
        jdbc().sql("truncate batch, record, pause cascade").update();
        partner.forget();
        tenants(mutant).forEach(this::takeIn);
        load(mutant);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                work();
                makeEverythingDue();
            }
            return partner.renewals();
        } finally {
            unload();
        }
    }

    /** Those whose renewals pass what is wrong. */
    private static List<String> tenants(RouteMutant mutant) {
        return switch (mutant.file()) {
            case "customer-credential.camel.yaml" -> List.of("acme-iam");
            case "partner-call.camel.yaml" -> List.of("acme-new", "acme-iam");
            default -> List.of("acme-old", "acme-new");
        };
    }

    private void takeIn(String tenant) {
        var version =
                context.getBean(MappingCatalog.class).current("orders.renew").version();
        var batches = context.getBean(BatchLedger.class);
        var id = batches.open("orders.renew", "file", "h" + batch++, version);
        List<BatchLine> lines = new ArrayList<>();
        for (var mood : Mood.values()) {
            var document = tenant + "-" + mood;
            var content = ExactJson.mapper()
                    .createObjectNode()
                    .put("document", document)
                    .put("customerId", customer(mood))
                    .put("resource1", document)
                    .put("periodType", 2)
                    .put("periodNum", 1)
                    .put("expireMode", 0)
                    .put("autoPay", "Y");
            lines.add(new BatchLine(mood.ordinal() + 1, mood.ordinal() + 2, document, document, null, content));
        }
        batches.addLines(id, tenant, "orders.renew", lines, Set.of());
        batches.accept(id, tenant);
    }

    private void work() {
        var steps = context.getBean(RecordSteps.class);
        var template = context.getBean(ProducerTemplate.class);
        for (var due = steps.claim(); !due.isEmpty(); due = steps.claim()) {
            due.forEach(record -> template.send(
                    "direct:work-record", exchange -> exchange.getMessage().setBody(record)));
        }
    }

    /** All waiting is over, and whoever worked on something has died. */
    private void makeEverythingDue() {
        jdbc().sql("update record set claimed_until = now() - interval '1 second' where state in ('CLAIMED', 'SENT')")
                .update();
        jdbc().sql("update replica set alive_since = now() - interval '1 hour'").update();
        context.getBean(RecordSteps.class).sweep();
        jdbc().sql("update record set due_at = now() where state = 'DUE'").update();
        jdbc().sql("delete from pause").update();
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    private void load(RouteMutant mutant) {
        List<Resource> resources = new ArrayList<>();
        for (var file : shipped.values()) {
            var routes = file.name().equals(mutant.file()) ? mutant.routes() : file.tree();
            resources.add(ResourceHelper.fromBytes(file.name(), yaml(onlyOnTheWay(routes))));
        }
        try {
            PluginHelper.getRoutesLoader(camel()).loadRoutes(resources);
        } catch (Exception e) {
            throw new IllegalStateException("The routes do not start: " + mutant, e);
        }
    }

    private void unload() {
        try {
            var model = camel().getCamelContextExtension().getContextPlugin(org.apache.camel.model.Model.class);
            model.removeRouteDefinitions(List.copyOf(model.getRouteDefinitions()));
            for (var template : List.copyOf(model.getRouteTemplateDefinitions())) {
                model.removeRouteTemplateDefinition(template);
            }
            for (var configuration : List.copyOf(model.getRouteConfigurationDefinitions())) {
                model.removeRouteConfiguration(configuration);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CamelContext camel() {
        return context.getBean(CamelContext.class);
    }

    /** Nothing is fired by a clock; the queue of claimed records is a call that returns when the record has been worked on. */
    private static ArrayNode onlyOnTheWay(JsonNode routes) {
        var kept = ExactJson.mapper().createArrayNode();
        for (var element : routes.deepCopy()) {
            var from = element.path("route").path("from");
            var uri = from.path("uri").asText();
            if (uri.startsWith("seda:work-record")) {
                ((ObjectNode) from).put("uri", "direct:work-record").remove("parameters");
            }
            if (element.has("routeConfiguration") || from.path("uri").asText().startsWith("direct:")) {
                kept.add(element);
            } else if (element.path("routeTemplate").path("id").asText().equals("work-on-interface")) {
                kept.add(element).add(RENEWALS);
            }
        }
        return kept;
    }

    private static byte[] yaml(JsonNode routes) {
        try {
            return new YAMLMapper().writeValueAsBytes(routes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each mood has a customer of its own: a credential that rests keeps nobody else waiting. */
    private static String customer(Mood mood) {
        return "c" + mood.ordinal();
    }

    @Override
    public void close() {
        context.close();
        partner.close();
    }

    // Not a @Configuration: the adapter's own component scan must not find it.
    @EnableAutoConfiguration(exclude = QuartzAutoConfiguration.class)
    @ConfigurationPropertiesScan({"io.hcpnbridge.work", "io.hcpnbridge.replica", "io.hcpnbridge.exchange"})
    @ComponentScan({
        "io.hcpnbridge.partner",
        "io.hcpnbridge.stop",
        "io.hcpnbridge.ledger",
        "io.hcpnbridge.mapping",
        "io.hcpnbridge.version",
        "io.hcpnbridge.replica",
        "io.hcpnbridge.cutover",
        "io.hcpnbridge.exchange",
        "io.hcpnbridge.work"
    })
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        EventAudience nobody() {
            return tenant -> false;
        }
    }
}
