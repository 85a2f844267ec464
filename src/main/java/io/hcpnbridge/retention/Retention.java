package io.hcpnbridge.retention;

import io.hcpnbridge.ledger.Aged;
import io.hcpnbridge.ledger.AgedAnswers;
import io.hcpnbridge.ledger.AgedArrivals;
import io.hcpnbridge.ledger.AgedBindings;
import io.hcpnbridge.ledger.AgedContents;
import io.hcpnbridge.ledger.AgedEvents;
import io.hcpnbridge.ledger.AgedExchanges;
import io.hcpnbridge.ledger.AgedKeys;
import io.hcpnbridge.ledger.AgedMappings;
import io.hcpnbridge.ledger.AgedRefusals;
import io.hcpnbridge.ledger.AgedShadows;
import io.hcpnbridge.ledger.AgedSignOns;
import io.hcpnbridge.stop.Stopping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** What the ledger deletes by age, kind by kind and step by step. */
@Component("retention")
public class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final RetentionProperties settings;
    private final BeanFactory ledger;
    private final Stopping stopping;

    Retention(RetentionProperties settings, BeanFactory ledger, Stopping stopping) {
        this.settings = settings;
        this.ledger = ledger;
        this.stopping = stopping;
    }

    /** What is to be gone through, in this order; without what is kept for ever. */
    public List<Walk> kinds() {
        return Stream.of(
                        walk("exchanges", AgedExchanges.class, settings.exchanges()),
                        walk("comparisons", AgedShadows.class, settings.exchanges()),
                        walk("contents", AgedContents.class, settings.contents()),
                        walk("answers", AgedAnswers.class, settings.answers()),
                        walk("refusals", AgedRefusals.class, settings.refusals()),
                        walk("arrivals", AgedArrivals.class, settings.arrivals()),
                        walk("events", AgedEvents.class, settings.events()),
                        walk("sign-ons", AgedSignOns.class, settings.signOns()),
                        walk("bindings", AgedBindings.class, settings.bindings()),
                        walk("keys", AgedKeys.class, settings.keys()),
                        walk("mapping files", AgedMappings.class, Duration.ZERO))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Walk> walk(String kind, Class<? extends Aged> aged, Duration age) {
        return Optional.ofNullable(age).map(known -> new Walk(kind, ledger.getBean(aged), known));
    }

    /** Whether there may be more of the kind; the rest waits for the next turn when the adapter stops. */
    public boolean goesOn(@Body Walk walk) {
        return walk.goesOn() && !stopping.hasBegun();
    }

    /** Deletes some of what is old enough. */
    public void deleteSome(@Body Walk walk) {
        walk.step(settings.atATime());
    }

    /** One line, if anything was deleted. */
    public void tell(@Body List<Walk> walks) {
        var deleted = walks.stream()
                .filter(walk -> walk.deleted() > 0)
                .map(Walk::toString)
                .collect(Collectors.joining(", "));
        if (!deleted.isEmpty()) {
            LOG.info("Deleted by age: {}", deleted);
        }
    }
}
