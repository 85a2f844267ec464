package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes that every interface has without a line in routes/, and how one gets a way of its own. */
class FilledTemplatesTest {
    @TempDir
    private Path outside;

    @BeforeEach
    void addFile() throws IOException {
        Files.writeString(outside.resolve("more.camel.yaml"), "- beans: []\n");
    }

    @Test
    void everyInterfaceHasTheRoutesThatOperatorsKnow() {
        assertThat(filled("mappings").routeIds())
                .containsExactly(
                        "list-fee-records",
                        "take-in-bills-records",
                        "list-issued-quotas",
                        "take-in-coupons-quotas",
                        "list-associations",
                        "take-in-customers-associations",
                        "take-in-customers-bound",
                        "create-customers",
                        "take-in-customers-create",
                        "apply-for-realnames",
                        "take-in-customers-realname-apply",
                        "change-realnames",
                        "take-in-customers-realname-change",
                        "show-order-coupons",
                        "take-in-orders-coupons",
                        "show-order",
                        "take-in-orders-detail",
                        "list-orders",
                        "take-in-orders-list",
                        "show-provisioning",
                        "take-in-orders-provisioning",
                        "renew-resources",
                        "take-in-orders-renew",
                        "price-by-spec",
                        "take-in-prices-by-spec",
                        "price-periods",
                        "take-in-prices-period",
                        "list-policies",
                        "take-in-products-policies",
                        "list-on-demand-resources",
                        "take-in-resources-on-demand",
                        "take-in-sign-on-link");
    }

    @Test
    void anInterfaceThatNamesNoRouteHasOneOfItsOwnName() {
        assertThat(filled("src/test/resources/mapping/catalog").routeIds())
                .contains("work-on-stock-order", "take-in-stock-order");
    }

    @Test
    void aRouteOfTheSameIdInAFileTakesThePlaceOfTheOneThatWouldBeMade() throws IOException {
        file("- route: {id: renew-resources, from: {uri: 'direct:orders.renew', steps: []}}\n");

        assertThat(filled("mappings").routeIds())
                .doesNotContain("renew-resources")
                .contains("take-in-orders-renew");
    }

    @Test
    void aRouteFromTheSamePlaceDoesSoUnderAnyId() throws IOException {
        file("- route: {id: renew-my-way, from: {uri: 'direct:orders.renew?timeout=1', steps: []}}\n");

        assertThat(filled("mappings").routeIds()).doesNotContain("renew-resources");
    }

    @Test
    void aFileThatFillsTheTemplateItselfIsLeftAsItIs() throws IOException {
        file("- templatedRoute: {routeId: take-lists, routeTemplateRef: take-in-files,"
                + " parameters: [{name: interface, value: orders.list}]}\n");

        assertThat(filled("mappings").routeIds())
                .doesNotContain("take-in-orders-list")
                .contains("list-orders");
    }

    private void file(String text) throws IOException {
        Files.writeString(outside.resolve("more.camel.yaml"), text);
    }

    private FilledTemplates filled(String mappings) {
        var catalog =
                new MappingCatalog(new MappingSource(Path.of(mappings).toUri().toString()));
        var files = new RouteFiles(
                outside.toUri() + "*.camel.yaml," + Path.of("routes").toUri() + "*.camel.yaml");
        return new FilledTemplates(
                files,
                InterfaceRoutes.of(
                        catalog.interfaces().stream().map(catalog::current).toList()));
    }
}
