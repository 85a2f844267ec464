package io.hcpnbridge.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;

/** Mappings and routes in folders outside the jar, as an integration engineer edits them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideMappingsTest {
    private static final String NEW_INTERFACE =
            """

            - templatedRoute:
                routeTemplateRef: take-in-files
                routeId: take-in-orders-copy
                parameters:
                  - name: interface
                    value: orders.copy

            - route:
                id: copy-order
                routeConfigurationId: work-failures
                description: Interface orders.copy
                from:
                  id: start-copy-order
                  uri: "direct:orders.copy"
                  steps:
                    - to:
                        id: route-copy-order
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
            FileSystemUtils.copyRecursively(Path.of("routes"), routes);
            Files.writeString(mappings.resolve("orders.renew/response.old.jslt"), "{\"restart\": true}");
            Files.writeString(routes.resolve("intake.camel.yaml"), NEW_INTERFACE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        surroundings.set("bridge.mappings", mappings.toUri().toString());
        surroundings.set("bridge.routes", routes.toUri() + "*.camel.yaml");
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void anInterfaceIsAddedWithoutJava() {
        var format = ErpFormat.of("orders.copy", mappings);
        var batch = format.batch("COPY", List.of(Map.of("document", "COPY1", "orderId", "CS1")));

        var answer = format.read(bridge.answerTo("orders.copy", "copy.txt", batch));

        assertThat(answer)
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("status"))
                .containsExactly("OK");
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
            var xml = mappings.resolve(user).resolve("format.xml");
            Files.writeString(xml, Files.readString(xml).replace("<record name=\"line\"", "<record name=\"item\""));
            var schema = mappings.resolve(user).resolve("answer.schema.json");
            Files.writeString(
                    schema,
                    Files.readString(schema)
                            .replace("\"const\": \"line\"", "\"const\": \"item\"")
                            .replace("\"order\", \"line\",", "\"order\", \"item\","));
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
