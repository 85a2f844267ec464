package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How much longer what the adapter does all day takes in a ledger of years than in a new one with the same day's work: medians of one run,
 * pages of the database that are looked at, and the plans of what takes more than a fifth longer. {@code mvn verify -P campaign -Dtest=LedgerScaleTest -Dledger.records=1000000}.
 */
@Tag("campaign")
@EnabledIfSystemProperty(named = "campaign.seed", matches = "\\d+")
class LedgerScaleTest {
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("ledger.records", 10_000_000);
    private static final int WARM = 10;
    private static final int RUNS = 51;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final double TOLD = 1.2;
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared.*");
    private static final Pattern COUNT = Pattern.compile("(?:hit|read)=(\\d+)");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Test
    void aDaysWorkIsTheSameInALedgerOfYears() {
        var few = measure(FEW);
        var many = measure(MANY);
        out.printf("%-26s %10s %10s %6s %8s %8s%n", "median, ms; pages", FEW, MANY, "ratio", FEW, MANY);
        few.forEach((work, before) -> {
            var after = many.get(work);
            var ratio = after.millis() / before.millis();
            out.printf(
                    "%-26s %10.2f %10.2f %6.2f %8d %8d%n",
                    work, before.millis(), after.millis(), ratio, before.pages(), after.pages());
            if (ratio > TOLD) {
                after.plans().forEach(out::println);
            }
            assertThat(after.result()).as(work).isEqualTo(before.result());
        });
    }

    /**
     * What a piece of work takes.
     *
     * @param result how much was done
     * @param plans the first line about buffers in each is of all of it
     */
    private record Measured(double millis, Object result, List<String> plans) {
        /** Looked at, whatever else the machine has to do. */
        long pages() {
            return plans.stream()
                    .flatMap(plan -> BUFFERS.matcher(plan).results().limit(1))
                    .flatMap(buffers -> COUNT.matcher(buffers.group()).results())
                    .mapToLong(count -> Long.parseLong(count.group(1)))
                    .sum();
        }
    }

    private Map<String, Measured> measure(int records) {
        var begin = System.nanoTime();
        try (var ledger = new LedgerOfYears(records);
                var context = new AnnotationConfigApplicationContext()) {
            var database = new PlansTold(ledger.dataSource());
            context.registerBean(DataSource.class, () -> database);
            context.register(LedgerBench.LedgerConfiguration.class);
            context.refresh();
            out.printf("%d records after %.0f s%n", records, (System.nanoTime() - begin) / 1e9);
            var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            var measured = new LinkedHashMap<String, Measured>();
            work(context::getBean)
                    .forEach((name, work) -> measured.put(name, measure(database, undone(transaction, work))));
            return measured;
        }
    }

    /** What is done is undone, so that it can be done again. */
    private static Supplier<Object> undone(TransactionTemplate transaction, Supplier<Object> work) {
        return () -> transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }

    private static Measured measure(PlansTold database, Supplier<Object> work) {
        var nanos = new long[RUNS];
        var result = new Object[1];
        for (int run = 0; run < RUNS; run++) {
            var begin = System.nanoTime();
            result[0] = work.get();
            nanos[run] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos, WARM, RUNS);
        var plans = database.of(() -> result[0] = work.get());
        return new Measured(nanos[(WARM + RUNS) / 2] / 1e6, result[0], plans);
    }

    private static Map<String, Supplier<Object>> work(Beans beans) {
        var records = beans.get(RecordLedger.class);
        var holder = new Holder(LedgerOfYears.REPLICA, Duration.ZERO);
        var shared = new Owners(List.of(), List.of());
        var work = new LinkedHashMap<String, Supplier<Object>>();
        work.put("claim", () -> records.claim(LedgerOfYears.LANES, 20, LedgerOfYears.REPLICA, LEASE)
                .size());
        work.put("claim doubts", () -> beans.get(DoubtLedger.class)
                .claim(LedgerOfYears.LANES, 4, LedgerOfYears.REPLICA, LEASE)
                .size());
        work.put("sweep", () -> records.sweepExpiredClaims(holder, "C", Words.same("t")));
        work.put("intake of new documents", () -> takeIn(beans.get(BatchLedger.class), n -> "new" + n));
        work.put(
                "intake of known documents",
                () -> takeIn(beans.get(BatchLedger.class), n -> "D" + ((n - 1) / 10 * 50 + (n - 1) % 10 + 1)));
        work.put("answerable batch", () -> beans.get(AnswerLedger.class)
                .lockAnswerable(0, Duration.ofMinutes(2))
                .isPresent());
        work.put("answers owed", () -> beans.get(DeliveryLedger.class)
                .takeDeliverable(Arrival.FILE, shared, 0, 20, holder, LEASE)
                .size());
        work.put(
                "answers without a place", () -> beans.get(DeliveryLedger.class).withoutPlace(Arrival.FILE, shared));
        var watch = beans.get(WatchLedger.class);
        work.put(
                "metrics and health",
                () -> watch.open().size()
                        + watch.doubts().size()
                        + watch.answers().size()
                        + watch.pulls().size()
                        + watch.leftAlone().size());
        work.put("open lanes", () -> records.openLanes().size());
        work.put("given back", () -> records.giveBack(LedgerOfYears.REPLICA));
        return work;
    }

    /** The parts of a ledger by type. */
    private interface Beans {
        <T> T get(Class<T> type);
    }

    private static int takeIn(BatchLedger batches, Function<Integer, String> document) {
        var hash = UUID.randomUUID().toString();
        var known = batches.accepted("orders.list", hash).isPresent();
        var batch = batches.open("orders.list", "file", hash, "v");
        batches.noteArrival(batch, Arrival.ofFile(null, "file.txt"));
        var lines = IntStream.rangeClosed(1, 1000)
                .mapToObj(n -> new BatchLine(
                        n,
                        n + 1,
                        document.apply(n),
                        "h",
                        null,
                        ExactJson.mapper().createObjectNode().put("document", n)))
                .toList();
        batches.addLines(batch, "t1", "orders.list", lines, Set.of());
        batches.accept(batch, "t1");
        return known ? 0 : lines.size();
    }
}
