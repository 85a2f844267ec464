package io.hcpnbridge.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;

/** Mappings and routes in folders outside the jar, as an integration engineer edits them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideMappingsTest {
    private static final String OWN_WAY =
            """
            - route:
                id: show-provisioning
                routeConfigurationId: work-failures
                description: Does something of its own
                from:
                  id: start-own-way
                  uri: "direct:orders.provisioning"
                  steps:
                    - log:
                        id: say-own
                        message: "An interface that does something of its own"
                    - to:
                        id: go-on-own-way
                        uri: "direct:choose-generation"
            """;

    private Path mappings;
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().resource("c1", "r1", resource -> resource);
        surroundings.knowCustomer("c1");
        mappings = surroundings.folder().resolve("mappings");
        var routes = surroundings.folder().resolve("routes");
        try {
            FileSystemUtils.copyRecursively(Path.of("mappings"), mappings);
            FileSystemUtils.copyRecursively(mappings.resolve("orders.detail"), mappings.resolve("orders.copy"));
            Files.writeString(mappings.resolve("orders.renew/response.old.jslt"), "{\"restart\": true}");
            var copy = mappings.resolve("orders.copy/interface.yaml");
            Files.writeString(copy, Files.readString(copy).replace("route: show-order\n", ""));
            Files.writeString(Files.createDirectories(routes).resolve("own.camel.yaml"), OWN_WAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        surroundings.set("bridge.mappings", mappings.toUri().toString());
        surroundings.set("bridge.routes", routes.toUri() + "*.camel.yaml,classpath:routes/*.camel.yaml");
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void anInterfaceIsAddedWithoutJavaAndWithoutARoute() {
        var format = ErpFormat.of("orders.copy", mappings);
        var batch = format.batch("COPY", List.of(Map.of("document", "COPY1", "orderId", "CS1")));

        var answer = format.read(bridge.answerTo("orders.copy", "copy.txt", batch));

        assertThat(answer)
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("status"))
                .containsExactly("OK");
        assertThat(route("work-on-orders-copy").getExchangesCompleted()).isOne();
        assertThat(route("take-in-orders-copy").getDescription()).contains("orders.copy");
    }

    @Test
    void anInterfaceThatDoesSomethingOfItsOwnHasItsRouteInAFile() {
        var order = Map.of("document", "OWN1", "orderId", "CS1", "customerId", "c1");

        bridge.ask("orders.provisioning", order);

        assertThat(route("show-provisioning").getExchangesCompleted()).isOne();
        assertThat(route("show-provisioning").getDescription()).isEqualTo("Does something of its own");
        assertThat(route("show-order").getDescription())
                .isEqualTo("Interface orders.detail: Show an order and its line items");
    }

    private ManagedRouteMBean route(String id) {
        return bridge.bridge()
                .bean(CamelContext.class)
                .getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedRoute(id);
    }

    @Test
    void aMappingThatBeginsAgainAfterAWriteSendsNothingTwice() {
        var record = Map.of(
                "document",
                "AGAIN",
                "customerId",
                "c1",
                "resource1",
                "r1",
                "periodType",
                "2",
                "periodNum",
                "1",
                "expireMode",
                "2",
                "autoPay",
                "Y");

        var answer = bridge.ask("orders.renew", record, Map.of("periodTotal", "1"));

        assertThat(bridge.partner().journal().callsOf("renew")).isOne();
        assertThat(answer)
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("status"))
                .containsExactly("PARTIAL");
    }

    @Test
    void aDocumentAnsweredBeforeItsFormatWasNarrowedIsAnsweredAgain() throws IOException {
        var format = ErpFormat.of("orders.detail", mappings);
        var first = format.batch("WIDE", List.of(Map.of("document", "WIDE1", "orderId", "CS1")));
        bridge.answerTo("orders.detail", "wide.txt", first);

        // The rows of kind "line" are no longer wanted; what was read before still has them.
        var response = mappings.resolve("shared/line-item.jslt");
        Files.writeString(response, Files.readString(response).replace("\"row\": \"line\"", "\"row\": \"item\""));
        for (var user : List.of("orders.detail", "orders.copy")) {
            var definition = mappings.resolve(user).resolve("interface.yaml");
            Files.writeString(definition, Files.readString(definition).replace("\n  line:\n", "\n  item:\n"));
        }
        bridge.restart();
        var again = format.batch(
                "NARROW",
                List.of(Map.of("document", "WIDE1", "orderId", "CS1"), Map.of("document", "WIDE2", "orderId", "CS1")));

        var answer =
                ErpFormat.of("orders.detail", mappings).read(bridge.answerTo("orders.detail", "narrow.txt", again));

        assertThat(answer)
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("document") + " " + line.get("status"))
                .containsExactly("WIDE1 OK", "WIDE2 OK");
        assertThat(answer)
                .filteredOn(line -> line.record().equals("text"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.get("document")).isEqualTo("WIDE1"));
    }
}
