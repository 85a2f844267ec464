package io.hcpnbridge.housekeeping;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says once that a route is overdue, and once that it is well again. */
@Component("housekeepingWatch")
public class HousekeepingWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HousekeepingWatch.class);

    private final Housekeeping housekeeping;
    private Set<String> said = Set.of();

    HousekeepingWatch(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    /** Looks at the turns of all routes that begin by themselves. */
    public synchronized void look() {
        var overdue = housekeeping.overdue();
        overdue.forEach((route, found) -> {
            if (!said.contains(route)) {
                LOG.error("{}: overdue: {}", route, found.text());
            }
        });
        said.stream()
                .filter(route -> !overdue.containsKey(route))
                .forEach(route -> LOG.info("{}: is no longer overdue", route));
        said = Set.copyOf(overdue.keySet());
    }
}
