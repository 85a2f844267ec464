package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where records of an interface go, as the template in {@code interfaces.camel.yaml} says it. */
class InterfacesRoutesTest extends ShippedRoutes {
    InterfacesRoutesTest() {
        super("interfaces");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"two, direct:choose-generation", "one, direct:exchange-with-partner", ", direct:exchange-with-partner"})
    void whereThePartnerHasTwoGenerationsOfEndpointsOneIsChosenFirst(String generations, String next) {
        fill("work-on-interface", Map.of("interface", "orders.list", "title", "Orders"));

        template.send("direct:orders.list", exchange -> exchange.setProperty("generations", generations));

        assertThat(addressed()).containsExactly(next);
    }
}
