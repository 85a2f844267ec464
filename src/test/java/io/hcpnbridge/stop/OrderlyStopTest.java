package io.hcpnbridge.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** What is under way comes to its end, and what does not is broken off, on a real Camel. */
@ExtendWith(OutputCaptureExtension.class)
class OrderlyStopTest {
    private static final Duration TO_BREAK_OFF = Duration.ofMillis(300);

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @BeforeEach
    void begin() throws Exception {
        camel.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        camel.getShutdownStrategy().setTimeout(20_000);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:record").process(any -> work());
            }
        });
        camel.start();
        camel.createProducerTemplate().sendBody("seda:record", "one");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void end() {
        mayEnd.countDown();
        camel.stop();
    }

    @Test
    void whatIsUnderWayIsAwaited() throws Exception {
        var stop = CompletableFuture.runAsync(this::stop);
        assertThat(stop.isDone()).isFalse();

        mayEnd.countDown();
        stop.get(10, TimeUnit.SECONDS);

        assertThat(ended.getCount()).isZero();
        assertThat(camel.isStopped()).isTrue();
    }

    @Test
    void whatTakesTooLongIsBrokenOff() throws Exception {
        camel.getShutdownStrategy().setTimeout(100);

        CompletableFuture.runAsync(this::stop).get(5, TimeUnit.SECONDS);

        assertThat(ended.getCount()).as("not ended").isOne();
    }

    @Test
    void whatCannotEvenBeBrokenOffIsLeftBehind(CapturedOutput output) throws Exception {
        camel.getShutdownStrategy().setTimeout(100);
        camel.addService(new Hanging());

        CompletableFuture.runAsync(this::stop).get(5, TimeUnit.SECONDS);

        assertThat(output).contains("The routes have not come to an end within 0 s; the adapter ends without them");
    }

    private void stop() {
        new OrderlyStop(camel, TO_BREAK_OFF)
                .onApplicationEvent(new ContextClosedEvent(new GenericApplicationContext()));
    }

    private void work() throws InterruptedException {
        begun.countDown();
        mayEnd.await();
        ended.countDown();
    }

    /** A connection whose server does not answer when it is closed. */
    private final class Hanging extends ServiceSupport {
        @Override
        protected void doStop() throws Exception {
            mayEnd.await();
        }
    }
}
