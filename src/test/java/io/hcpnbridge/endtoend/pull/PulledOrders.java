package io.hcpnbridge.endtoend.pull;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A pull of {@code orders.list}: the interface gets a {@code pull.jslt} in a folder of its own. */
final class PulledOrders {
    static final String NAME = "quotas";
    static final String MAPPING =
            """
            [{"document": .pull + "-" + .period.name, "createdFrom": .period.from, "createdTo": .period.to}]
            """;

    /** In UTC+8; the tests' days do not move when midnight passes. */
    private static final LocalDate TODAY =
            Instant.now().atOffset(ZoneOffset.ofHours(8)).toLocalDate();

    private PulledOrders() {}

    /** Enables the pull in surroundings that have not begun yet, firing every second. */
    static void prepare(Surroundings surroundings, String unit, String since) {
        try {
            FileSystemUtils.copyRecursively(Path.of("mappings"), mappings(surroundings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(surroundings, MAPPING);
        surroundings
                .set("bridge.mappings", mappings(surroundings).toUri().toString())
                .set("work.catch-up-cron", "* * * * * ?")
                .set("pulls.quotas.enabled", "true")
                .set("pulls.quotas.interface", "orders.list")
                .set("pulls.quotas.cron", "* * * * * ?")
                .set("pulls.quotas.period", unit)
                .set("pulls.quotas.since", since);
    }

    static void write(Surroundings surroundings, String mapping) {
        try {
            Files.writeString(mappings(surroundings).resolve("orders.list/pull.jslt"), mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The day so many days ago, in UTC+8. */
    static LocalDate day(int ago) {
        return TODAY.minusDays(ago);
    }

    static String file(Object period) {
        return NAME + "-" + Surroundings.TENANT + "-" + period;
    }

    static List<ErpFormat.Line> answer(RunningBridge bridge, Object period) {
        return ErpFormat.of("orders.list").read(bridge.awaitAnswer("orders.list", file(period)));
    }

    /** Name and state of every period, in order. */
    static List<String> periods(JdbcClient ledger) {
        return ledger.sql("select period || ' ' || state from pull_period order by begins_at")
                .query(String.class)
                .list();
    }

    private static Path mappings(Surroundings surroundings) {
        return surroundings.folder().resolve("mappings");
    }
}
