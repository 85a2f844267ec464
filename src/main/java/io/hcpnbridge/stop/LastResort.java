package io.hcpnbridge.stop;

import io.hcpnbridge.config.LeftOutOfCheck;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
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
    private static final Duration TO_GIVE_BACK = Duration.ofSeconds(3);

    private final HandBack handBack;
    private final Duration patience;
    private final Duration toGiveBack;
    private final Runnable end;

    @Autowired
    LastResort(HandBack handBack, @Value("${camel.main.shutdown-timeout}") int drainSeconds) {
        this(handBack, Duration.ofSeconds(drainSeconds + MORE_SECONDS), TO_GIVE_BACK, () -> Runtime.getRuntime()
                .halt(OF_SIGTERM));
    }

    /**
     * @param patience with the orderly stop
     * @param toGiveBack what is claimed, after that
     * @param end of the process
     */
    LastResort(HandBack handBack, Duration patience, Duration toGiveBack, Runnable end) {
        this.handBack = handBack;
        this.patience = patience;
        this.toGiveBack = toGiveBack;
        this.end = end;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        if (Thread.currentThread().getName().equals(AT_SIGTERM)) {
            after(patience).execute(this::giveBackAndEnd);
            after(patience.plus(toGiveBack)).execute(end);
        }
    }

    /** In a thread of its own: whatever else hangs must not keep it. */
    private static Executor after(Duration time) {
        return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, task -> {
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
            end.run();
        }
    }
}
