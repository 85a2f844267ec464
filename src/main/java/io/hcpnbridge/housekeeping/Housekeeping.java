package io.hcpnbridge.housekeeping;

import io.hcpnbridge.stop.Stopping;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The turns of all routes that begin by themselves, and which of them are overdue. */
@Component
class Housekeeping {
    private final ObjectProvider<CamelContext> camel;
    private final Duration patience;
    private final Stopping stopping;
    private final Clock clock = Clock.systemUTC();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Turns> turns = new ConcurrentHashMap<>();
    private long lookedAt = System.nanoTime();

    Housekeeping(ObjectProvider<CamelContext> camel, HousekeepingProperties settings, Stopping stopping) {
        this.camel = camel;
        this.patience = settings.patience();
        this.stopping = stopping;
    }

    void started(String route) {
        turnsOf(route).started(System.nanoTime());
    }

    void begun(String route) {
        turnsOf(route).begun(System.nanoTime(), Thread.currentThread().getId(), threads.getCurrentThreadCpuTime());
    }

    /** @param failure null if the turn was a good one */
    void ended(String route, Exception failure) {
        if (failure == null) {
            turnsOf(route).endedWell(clock.instant(), System.nanoTime());
        } else {
            turnsOf(route).failed(failure, System.nanoTime());
        }
    }

    /** The routes that do not do their work, for longer than {@code housekeeping.patience}; none while the adapter stops. */
    SortedMap<String, Overdue> overdue() {
        look();
        var overdue = new TreeMap<String, Overdue>();
        var now = System.nanoTime();
        running(route -> turnsOf(route.getRouteId())
                .overdue(patience, now)
                .ifPresent(found -> overdue.put(route.getRouteId(), found)));
        return overdue;
    }

    /** The routes that have had turns and that an operator has stopped. */
    SortedSet<String> held() {
        var held = new TreeSet<>(turns.keySet());
        running(route -> held.remove(route.getRouteId()));
        return held;
    }

    private synchronized void look() {
        var now = System.nanoTime();
        var stoodStill = now - lookedAt > patience.toNanos();
        lookedAt = now;
        running(route -> {
            var known = turnsOf(route.getRouteId());
            if (stoodStill) {
                known.stoodStill(now);
            }
            if (known.needsDue()) {
                NextTurn.of(route.getEndpoint(), clock).ifPresent(wait -> known.due(now + wait.toNanos()));
            }
            var thread = known.thread();
            if (thread != 0) {
                known.used(threads.getThreadCpuTime(thread), now);
            }
        });
    }

    private void running(Consumer<Route> each) {
        if (stopping.hasBegun()) {
            return;
        }
        for (var route : camel.getObject().getRoutes()) {
            var controller = camel.getObject().getRouteController();
            if (NextTurn.isKnownOf(route)
                    && turns.containsKey(route.getRouteId())
                    && controller.getRouteStatus(route.getRouteId()).isStarted()) {
                each.accept(route);
            }
        }
    }

    private Turns turnsOf(String route) {
        return turns.computeIfAbsent(route, name -> new Turns(clock.instant(), System.nanoTime()));
    }
}
