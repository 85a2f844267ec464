package io.hcpnbridge.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** A route has its turns now and then, and at once when somebody wakes it. */
class PulseTest extends CamelTestSupport {
    private static final long SECONDS = 20;
    private static final long HOUR = 3_600_000;

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger ended = new AtomicInteger();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        camel.addComponent("pulse", new PulseComponent());
        return camel;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("pulse:seldom?period=" + HOUR).routeId("seldom").process(PulseTest.this::turn);
                from("pulse:often?period=5").routeId("often").autoStartup(false).process(PulseTest.this::turn);
                from("pulse:broken?period=5")
                        .routeId("broken")
                        .autoStartup(false)
                        .process(exchange -> {
                            begun.release();
                            throw new IllegalStateException("planned");
                        });
                from("direct:work").to("pulse:seldom");
            }
        };
    }

    private void turn(Exchange exchange) throws InterruptedException {
        begun.release();
        mayEnd.acquire();
        ended.incrementAndGet();
    }

    @Test
    void whoeverSendsWakesItAtOnce() throws Exception {
        mayEnd.release(2);

        template.sendBody("direct:work", null);
        expectTurns(1);
        template.sendBody("direct:work", null);
        expectTurns(1);
    }

    @Test
    void callsDuringATurnAreOneMoreTurnTogether() throws Exception {
        template.sendBody("direct:work", null);
        expectTurns(1);
        for (int i = 0; i < 5; i++) {
            template.sendBody("direct:work", null);
        }
        mayEnd.release(10);

        expectTurns(1);
        assertThat(begun.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void withoutACallItsTurnComesAfterThePeriod() throws Exception {
        mayEnd.release(1_000);
        context.getRouteController().startRoute("often");

        expectTurns(5);
    }

    @Test
    void aTurnThatFailsIsFollowedByTheNext() throws Exception {
        context.getRouteController().startRoute("broken");

        expectTurns(3);
    }

    @Test
    void aStopAwaitsTheTurnAndAStartBeginsAnew() throws Exception {
        template.sendBody("direct:work", null);
        expectTurns(1);
        var stop = CompletableFuture.runAsync(() -> stop("seldom"));
        assertThat(stop).isNotDone();
        mayEnd.release(2);
        stop.get(SECONDS, TimeUnit.SECONDS);
        assertThat(ended).hasValue(1);

        template.sendBody("direct:work", null);
        assertThat(begun.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        context.getRouteController().startRoute("seldom");
        template.sendBody("direct:work", null);
        expectTurns(1);
    }

    @Test
    void aSuspendedRouteHasNoTurnsUntilItIsResumed() throws Exception {
        mayEnd.release(1_000);
        context.getRouteController().suspendRoute("seldom");
        template.sendBody("direct:work", null);
        assertThat(begun.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();

        context.getRouteController().resumeRoute("seldom");
        template.sendBody("direct:work", null);
        expectTurns(1);
    }

    @Test
    void aRouteNeedsAPeriod() {
        assertThatThrownBy(() -> context.getEndpoint("pulse:seldom").createConsumer(exchange -> {}))
                .hasMessageContaining("pulse://seldom: period must be 1 or more milliseconds");
    }

    private void expectTurns(int turns) throws InterruptedException {
        assertThat(begun.tryAcquire(turns, SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private void stop(String route) {
        try {
            context.getRouteController().stopRoute(route);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
