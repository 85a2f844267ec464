package io.hcpnbridge.work;

import io.hcpnbridge.intake.Outlook;
import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.ledger.LoadLedger;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.definition.PartnerApi;
import io.hcpnbridge.partner.call.Quotas;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * When each lane will have nothing more to do, told by metrics and the log: what waits, by what the lane's latest records have cost, at the
 * pace of the quotas. A lane that shares an API with another shares its slots. The ledger is asked seldom, and the more seldom the longer it
 * takes.
 */
@Component("laneForecast")
public class LaneForecast implements Outlook {
    private static final Logger LOG = LoggerFactory.getLogger(LaneForecast.class);
    private static final int REST = 20;
    private static final long THOUSAND = 1_000;

    private final LoadLedger ledger;
    private final Quotas quotas;
    private final Function<String, List<String>> apis;
    private final Map<Lane, List<LoadLedger.Cost>> costs = new ConcurrentHashMap<>();
    private final Map<Lane, Long> waiting = new ConcurrentHashMap<>();
    private volatile Map<Lane, Duration> rest = Map.of();
    private volatile long notBefore = System.nanoTime();

    @Autowired
    LaneForecast(
            LoadLedger ledger,
            Quotas quotas,
            MappingCatalog mappings,
            OwnLanes lanes,
            ObjectProvider<MeterRegistry> meters) {
        this(ledger, quotas, interfaceName -> mappings.current(interfaceName).settings().apis().stream()
                .map(PartnerApi::name)
                .toList());
        meters.ifAvailable(registry -> lanes.all().forEach(lane -> register(registry, lane)));
    }

    /** @param apis that an interface calls, by its name */
    LaneForecast(LoadLedger ledger, Quotas quotas, Function<String, List<String>> apis) {
        this.ledger = ledger;
        this.quotas = quotas;
        this.apis = apis;
    }

    void register(MeterRegistry registry, Lane lane) {
        Gauge.builder("lane.records.waiting", () -> waiting.getOrDefault(lane, 0L))
                .description("Records that have no final answer yet, when the ledger was last asked")
                .tag("tenant", lane.tenant())
                .tag("interface", lane.interfaceName())
                .register(registry);
        Gauge.builder("lane.rest", () -> rest.getOrDefault(lane, Duration.ZERO).toSeconds())
                .description("Estimated time until the lane has nothing more to do, when the ledger was last asked")
                .baseUnit("seconds")
                .tag("tenant", lane.tenant())
                .tag("interface", lane.interfaceName())
                .register(registry);
    }

    /** Estimates anew, unless that was done a moment ago: false then. */
    public synchronized boolean look() {
        long begun = System.nanoTime();
        if (begun - notBefore < 0) {
            return false;
        }
        ledger.costs().stream()
                .collect(Collectors.groupingBy(LoadLedger.Cost::lane))
                .forEach(costs::put);
        var found = ledger.waiting();
        waiting.keySet().retainAll(found.keySet());
        waiting.putAll(found);
        rest = waiting.keySet().stream().collect(Collectors.toMap(lane -> lane, this::rest));
        long now = System.nanoTime();
        notBefore = now + REST * (now - begun);
        return true;
    }

    /** Until each lane with something to do is done, when the ledger was last asked. */
    public Map<Lane, Duration> rests() {
        return rest;
    }

    /** Until the lane is done, by what is known of it. */
    Duration rest(Lane lane) {
        var known = costs(lane);
        var slack = ledger.slack(
                lane.tenant(), known.stream().map(LoadLedger.Cost::api).toList());
        long bySlots = known.stream()
                .mapToLong(cost -> slots(lane, cost)
                        * micros(quotas.even(cost.api()))
                        / THOUSAND
                        * (THOUSAND + slack.getOrDefault(cost.api(), 0L))
                        / THOUSAND)
                .max()
                .orElse(0);
        long inTurn = known.stream()
                .mapToLong(cost -> cost.calls() * cost.millis() / THOUSAND)
                .sum();
        return Duration.ofMillis(Math.max(TimeUnit.MICROSECONDS.toMillis(bySlots), inTurn));
    }

    /** Thousandths of the slots that pass until the lane has had all it needs, while others of the tenant take as many of the same API. */
    private long slots(Lane lane, LoadLedger.Cost cost) {
        long own = waiting.getOrDefault(lane, 0L) * cost.calls();
        return own
                + waiting.keySet().stream()
                        .filter(other -> other.tenant().equals(lane.tenant()) && !other.equals(lane))
                        .mapToLong(other -> Math.min(own, calls(other, cost.api())))
                        .sum();
    }

    private long calls(Lane lane, String api) {
        return waiting.getOrDefault(lane, 0L)
                * costs(lane).stream()
                        .filter(cost -> cost.api().equals(api))
                        .mapToLong(LoadLedger.Cost::calls)
                        .sum();
    }

    /** Of a lane that nothing is known of: one call for each record. */
    private List<LoadLedger.Cost> costs(Lane lane) {
        return costs.computeIfAbsent(lane, unknown -> apis.apply(lane.interfaceName()).stream()
                .limit(1)
                .map(api -> new LoadLedger.Cost(lane, api, THOUSAND, 0))
                .toList());
    }

    @Override
    public void takenIn(String tenant, String interfaceName, int records) {
        try {
            tell(new Lane(tenant, interfaceName), records);
        } catch (DataAccessException e) {
            LOG.debug("No estimate: {}", e.getClass().getSimpleName());
        }
    }

    private void tell(Lane lane, int records) {
        if (!look()) {
            waiting.merge(lane, (long) records, Long::sum);
        }
        var left = rest(lane);
        LOG.info(
                "{}: {} more records of {}; {} wait, done at about {} (in {} s)",
                lane.tenant(),
                records,
                lane.interfaceName(),
                waiting.getOrDefault(lane, 0L),
                Instant.now().plus(left).truncatedTo(ChronoUnit.SECONDS),
                left.toSeconds());
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / THOUSAND;
    }
}
