package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The choice between the old and the new endpoints, as the shipped routes make it: every case that there is. What weighs, fixes and
 * settles is another's; here it only says what it was asked.
 */
class GenerationsRoutesTest extends CamelTestSupport {
    private static final String PARTNER = "mock:direct:exchange-with-partner";

    private final Steps steps = new Steps();

    /** Stands for {@code recordSteps} and {@code settlement}. */
    public static class Steps {
        private String needed;
        private String wished;
        private String taken;

        /** Tells the choice what it reads. */
        public void weighGenerations(Exchange exchange) {
            exchange.setProperty("generationNeeded", needed);
            exchange.setProperty("generationReasons", new Words("because", "因为"));
            exchange.setProperty("generationWished", wished);
            exchange.setProperty("generationTaken", taken);
        }

        public void takeGeneration(String name, Exchange exchange) {
            exchange.setProperty("fixed", name);
        }

        public void refuseImpossible(Exchange exchange) {
            exchange.setProperty("settled", "impossible");
        }

        public void refuseGeneration(
                String en, String zh, @ExchangeProperty("generationReasons") Words reasons, Exchange exchange) {
            exchange.setProperty("settled", new Words(en, zh).with("reasons", reasons));
        }

        public void failUndecided(Exchange exchange) {
            exchange.setProperty("settled", "undecided");
        }
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        configuration.withMockEndpointsAndSkip("direct:exchange-with-partner");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var context = super.createCamelContext();
        context.getRegistry().bind("recordSteps", steps);
        context.getRegistry().bind("settlement", steps);
        context.addRoutes(new RouteConfigurationBuilder() {
            @Override
            public void configuration() {
                routeConfiguration("work-failures");
            }
        });
        var shipped = ResourceHelper.fromString(
                "generations.camel.yaml", Files.readString(Path.of("routes/generations.camel.yaml")));
        PluginHelper.getRoutesLoader(context).loadRoutes(shipped);
        return context;
    }

    @ParameterizedTest(name = "needed {0}, wished {1}, taken before {2}: {3}")
    @CsvSource({
        "either, auto, none, new",
        "either, new, none, new",
        "either, old, none, old",
        "either, rather-old, none, old",
        "old, rather-old, none, old",
        "new, rather-old, none, new",
        "either, rather-old, new, new",
        "old, auto, none, old",
        "old, old, none, old",
        "new, auto, none, new",
        "new, new, none, new",
        "new, auto, old, old",
        "old, auto, new, new",
        "impossible, old, new, new",
        "both, new, old, old"
    })
    void oneGenerationIsFixedBeforeAnythingIsSent(String needed, String wished, String taken, String chosen)
            throws InterruptedException {
        MockEndpoint partner = getMockEndpoint(PARTNER);
        partner.expectedMessageCount(1);
        partner.expectedPropertyReceived("fixed", chosen);

        assertThat(chosenFor(needed, wished, taken).getProperty("settled")).isNull();

        partner.assertIsSatisfied();
    }

    @ParameterizedTest(name = "needed {0}, wished {1}: {2}")
    @CsvSource({
        "impossible, auto, impossible",
        "impossible, new, impossible",
        "anything, auto, undecided",
        "NEW, auto, undecided"
    })
    void whatNoEndpointCanOrShallDoIsAnsweredAndNothingIsSent(String needed, String wished, String told)
            throws InterruptedException {
        MockEndpoint partner = getMockEndpoint(PARTNER);
        partner.expectedMessageCount(0);

        assertThat(chosenFor(needed, wished, "none").getProperty("settled")).isEqualTo(told);

        partner.assertIsSatisfied();
    }

    @ParameterizedTest(name = "needed {0}, wished {1}: {2}")
    @CsvSource({
        "both, auto, No endpoint can do all of it: because, 没有一代接口能全部做到：因为",
        "both, old, No endpoint can do all of it: because, 没有一代接口能全部做到：因为",
        "new, old, 'The old endpoints are configured, but because', 配置使用旧接口，但是因为",
        "old, new, 'The new endpoints are configured, but because', 配置使用新接口，但是因为"
    })
    void aContradictionIsToldInBothLanguages(String needed, String wished, String en, String zh)
            throws InterruptedException {
        MockEndpoint partner = getMockEndpoint(PARTNER);
        partner.expectedMessageCount(0);

        assertThat(chosenFor(needed, wished, "none").getProperty("settled")).isEqualTo(new Words(en, zh));

        partner.assertIsSatisfied();
    }

    private Exchange chosenFor(String needed, String wished, String taken) {
        steps.needed = needed;
        steps.wished = wished;
        steps.taken = taken;
        return template.send("direct:choose-generation", exchange -> {});
    }
}
