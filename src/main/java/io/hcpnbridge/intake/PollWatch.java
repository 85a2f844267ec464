package io.hcpnbridge.intake;

import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.stop.Stopping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.RouteAware;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Watches the polls of the ERP's folders, which take turns with those of other replicas: when each one last ended well, and which
 * one hangs. A server whose SFTP subsystem no
 * longer answers, though its connection stands, would otherwise keep a poll for ever.
 */
@Component("pollWatch")
public class PollWatch extends DefaultPollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(PollWatch.class);
    private static final int STOP_SECONDS = 2;

    /** @param begun of the poll under way; null between polls */
    private record Polls(Instant lastGood, Instant begun) {}

    private final CamelContext camel;
    private final Duration silence;
    private final PollTurns turns;
    private final Stopping stopping;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Polls> polls = new ConcurrentHashMap<>();
    private final Set<String> lookedInto = ConcurrentHashMap.newKeySet();

    PollWatch(CamelContext camel, ErpProperties erp, PollTurns turns, Stopping stopping) {
        this.camel = camel;
        this.silence = erp.sftp().silence();
        this.turns = turns;
        this.stopping = stopping;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        var turn = turns.take(route(consumer));
        var now = clock.instant();
        polls.compute(route(consumer), (route, known) -> {
            var lastGood = known == null || turn == PollTurns.Turn.OF_ANOTHER ? now : known.lastGood();
            return new Polls(lastGood, turn == PollTurns.Turn.MINE ? now : null);
        });
        return turn == PollTurns.Turn.MINE;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        polls.put(route(consumer), new Polls(clock.instant(), null));
        lookedInto.add(route(consumer));
        turns.end(route(consumer));
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) throws Exception {
        polls.computeIfPresent(route(consumer), (route, known) -> new Polls(known.lastGood(), null));
        turns.end(route(consumer));
        return super.rollback(consumer, endpoint, retryCounter, cause);
    }

    /** A file has been taken in: the poll under way is alive, however long it takes. */
    void alive(String routeId) {
        polls.computeIfPresent(routeId, (route, known) -> new Polls(known.lastGood(), clock.instant()));
    }

    /** The routes that have not polled well for longer than {@code erp.sftp.silence}, with the time of their last good poll. */
    SortedMap<String, Instant> silent() {
        var silent = new TreeMap<String, Instant>();
        polls.forEach((route, known) -> {
            if (isLong(known.lastGood()) && isStarted(route)) {
                silent.put(route, known.lastGood());
            }
        });
        return silent;
    }

    /** The routes whose folder has never been looked into since the start: wrong settings, or the server is out of reach. */
    SortedSet<String> waiting() {
        return camel.getRoutes().stream()
                .filter(this::isWatched)
                .map(Route::getRouteId)
                .filter(route -> !lookedInto.contains(route) && isStarted(route))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ends polls that hang, with their connections, and begins them anew. */
    public void restartHung() {
        polls.forEach((route, known) -> {
            if (known.begun() != null && isLong(known.begun()) && !stopping.hasBegun()) {
                LOG.error(
                        "{}: the SFTP server has not answered for {}; the connection is closed and the poll begun anew",
                        route,
                        silence);
                restart(route);
            }
        });
    }

    private void restart(String route) {
        try {
            camel.getRouteController().stopRoute(route, STOP_SECONDS, TimeUnit.SECONDS);
            polls.computeIfPresent(route, (name, known) -> new Polls(known.lastGood(), null));
            camel.getRouteController().startRoute(route);
        } catch (Exception e) {
            LOG.error("{}: the hung poll could not be begun anew: {}", route, e.getMessage());
        }
    }

    private boolean isWatched(Route route) {
        return route.getConsumer() instanceof ScheduledPollConsumer consumer && consumer.getPollStrategy() == this;
    }

    private boolean isStarted(String route) {
        return camel.getRouteController().getRouteStatus(route).isStarted();
    }

    private boolean isLong(Instant since) {
        return since.plus(silence).isBefore(clock.instant());
    }

    private static String route(Consumer consumer) {
        return ((RouteAware) consumer).getRoute().getRouteId();
    }
}
