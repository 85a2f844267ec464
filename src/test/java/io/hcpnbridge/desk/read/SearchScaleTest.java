package io.hcpnbridge.desk.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.LedgerOfYears;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a search takes in a ledger of years, by each thing that an operator may have at hand, or by nothing that there is:
 * {@code mvn verify -P campaign -Dtest=SearchScaleTest -Dledger.records=1000000}.
 */
@Tag("campaign")
@EnabledIfSystemProperty(named = "campaign.seed", matches = "\\d+")
class SearchScaleTest {
    private static final int RECORDS = Integer.getInteger("ledger.records", 10_000_000);
    private static final int RUNS = 50;
    /** More would be felt. */
    private static final Duration LONGEST = Duration.ofMillis(300);

    private static final Set<String> INTERFACES =
            new TreeSet<>(List.of("customers.create", "orders.detail", "orders.list", "orders.renew"));
    private static final Set<String> TENANTS = new TreeSet<>(List.of("t0", "t1", "t2", "t3", "t4"));

    /** Of the documents whose calls and orders are known; another one each time. */
    private static final Map<String, Function<Integer, String>> SEARCHES = searches();

    private static Map<String, Function<Integer, String>> searches() {
        var searches = new LinkedHashMap<String, Function<Integer, String>>();
        searches.put("document", n -> "D" + n);
        searches.put("file", n -> "file" + n + ".txt");
        searches.put("request id", n -> "request-" + n);
        searches.put("order", n -> "CS" + n);
        searches.put("customer", n -> "c" + n % 100_000);
        searches.put("nothing", n -> "there is no " + n);
        return searches;
    }

    @Test
    void whateverOneHasAtHandTheDocumentIsFoundAtOnce() {
        var slow = new ArrayList<String>();
        try (var ledger = new LedgerOfYears(RECORDS)) {
            var find = new FindQuery(JdbcClient.create(ledger.dataSource()));
            SEARCHES.forEach((what, text) -> {
                var times = IntStream.rangeClosed(1, RUNS)
                        .mapToObj(run -> time(find, text.apply(run * (RECORDS / 10 / RUNS)), what))
                        .sorted()
                        .toList();
                var longest = times.get(RUNS - 1);
                new PrintStream(System.out, true, StandardCharsets.UTF_8)
                        .printf(
                                "search by %s among %,d documents: %d ms median, %d ms longest%n",
                                what, RECORDS, times.get(RUNS / 2).toMillis(), longest.toMillis());
                if (longest.compareTo(LONGEST) > 0) {
                    slow.add(what + " " + longest);
                }
            });
        }
        assertThat(slow).isEmpty();
    }

    private static Duration time(FindQuery find, String text, String what) {
        var begun = System.nanoTime();
        var hits = find.by(text, TENANTS, INTERFACES);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(hits.isEmpty()).as(what + " " + text).isEqualTo(what.equals("nothing"));
        return took;
    }
}
