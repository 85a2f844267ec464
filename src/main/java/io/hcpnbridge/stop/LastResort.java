package io.hcpnbridge.stop;

import io.hcpnbridge.config.LeftOutOfCheck;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Ends the process if something outside hangs so that its orderly stop does not come to an end: the orchestrator would kill it a
 * little later, without what is claimed being given back.
 */
@Component
@LeftOutOfCheck
@Order(Ordered.HIGHEST_PRECEDENCE)
class LastResort implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    /** Where Spring Boot closes the application after SIGTERM; elsewhere the process may go on without the application. */
    private static final String AT_SIGTERM = "SpringApplicationShutdownHook";

    private static final int OF_SIGTERM = 143;
    private static final int MORE_SECONDS = 8;
    /** Without the database nothing can be given back. */
    private static final int TO_GIVE_BACK_SECONDS = 3;

    private final HandBack handBack;
    private final int drainSeconds;

    LastResort(HandBack handBack, @Value("${camel.main.shutdown-timeout}") int drainSeconds) {
        this.handBack = handBack;
        this.drainSeconds = drainSeconds;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        if (Thread.currentThread().getName().equals(AT_SIGTERM)) {
            after(drainSeconds + MORE_SECONDS).execute(this::giveBackAndEnd);
            after(drainSeconds + MORE_SECONDS + TO_GIVE_BACK_SECONDS).execute(LastResort::end);
        }
    }

    /** In a thread of its own: whatever else hangs must not keep it. */
    private static Executor after(int seconds) {
        return CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, task -> {
            var thread = new Thread(task, "last-resort");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void giveBackAndEnd() {
        try {
            LOG.error("The orderly stop hangs and is broken off; nothing is lost");
            handBack.giveBack();
        } finally {
            end();
        }
    }

    private static void end() {
        Runtime.getRuntime().halt(OF_SIGTERM);
    }
}
