package io.hcpnbridge.intake;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends polls that hang when the adapter stops: Camel would wait for them, with a lock held that it needs itself, for ever. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PollEnd implements ApplicationListener<ContextClosedEvent> {
    private static final int LOOK_MILLISECONDS = 200;

    private final PollWatch polls;
    private final Duration longest;

    PollEnd(PollWatch polls, @Value("${erp.sftp.connect-timeout}") long longestReplyMilliseconds) {
        this.polls = polls;
        this.longest = Duration.ofMillis(longestReplyMilliseconds);
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        look();
    }

    private void look() {
        if (polls.interruptHung(longest)) {
            CompletableFuture.delayedExecutor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)
                    .execute(this::look);
        }
    }
}
