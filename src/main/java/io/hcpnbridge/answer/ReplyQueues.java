package io.hcpnbridge.answer;

import io.hcpnbridge.erp.queue.QueueProperties;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which queues take no replies at the moment: they rest for a while, and only their replies wait. Said once, not each time. */
@Component
class ReplyQueues {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyQueues.class);
    private static final int MOST = 10_000;
    /** So many pauses the replies that a queue does not take go elsewhere. */
    private static final int PAUSES = 30;

    private record Trouble(Instant restsUntil, Instant unreachableUntil) {}

    private final Map<String, Trouble> troubled = new ConcurrentHashMap<>();
    private final Duration pause;
    private final Clock clock;

    ReplyQueues(QueueProperties queues, Clock clock) {
        this.pause = queues.replyPause();
        this.clock = clock;
    }

    /** Whether replies to this queue wait. */
    boolean rests(String queue) {
        var trouble = troubled.get(queue);
        return trouble != null && clock.instant().isBefore(trouble.restsUntil());
    }

    /** Whether the queue does not exist or the adapter may not write there; after a while it is tried again. */
    boolean isUnreachable(String queue) {
        var trouble = troubled.get(queue);
        return trouble != null && clock.instant().isBefore(trouble.unreachableUntil());
    }

    void failed(String queue, Throwable failure) {
        if (troubled.size() >= MOST) {
            troubled.clear();
        }
        var unreachable = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(
                        cause -> cause instanceof InvalidDestinationException || cause instanceof JMSSecurityException);
        var now = clock.instant();
        var trouble = new Trouble(now.plus(pause), unreachable ? now.plus(pause.multipliedBy(PAUSES)) : now);
        if (troubled.put(queue, trouble) == null) {
            LOG.error("The queue {} takes no reply, tried again: {}", queue, root(failure));
        }
    }

    void worked(String queue) {
        if (troubled.remove(queue) != null) {
            LOG.info("The queue {} takes replies again", queue);
        }
    }

    private static String root(Throwable failure) {
        var root = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .reduce((first, second) -> second)
                .orElse(failure);
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
