package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of a ledger in which a hundred thousand records have ended, and that it is told without looking at these. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
@Tag("outages")
class WatchLedgerTest {
    private static final int ENDED = 100_000;

    private final LedgerOfYears years = new LedgerOfYears(ENDED);
    private final PlansTold database = new PlansTold(years.dataSource());
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final WatchLedger ledger = ledger();

    private WatchLedger ledger() {
        context.registerBean(DataSource.class, () -> database);
        context.register(LedgerBench.LedgerConfiguration.class);
        context.refresh();
        return context.getBean(WatchLedger.class);
    }

    @AfterAll
    void close() {
        context.close();
        years.close();
    }

    @Test
    void whatIsOpenIsCounted() {
        assertThat(counted(RecordState.DUE)).isEqualTo(2_800);
        assertThat(counted(RecordState.IN_DOUBT)).isEqualTo(5_050);
        assertThat(ledger.doubts().stream()
                        .filter(WatchLedger.Doubtful::leftToPerson)
                        .mapToLong(WatchLedger.Doubtful::writes)
                        .sum())
                .isEqualTo(5_000);
        assertThat(ledger.doubts()).allSatisfy(doubt -> assertThat(doubt.age()).isBetween(86_000L, 90_000L));
        assertThat(ledger.answers()).singleElement().satisfies(owed -> assertThat(owed.answers())
                .isEqualTo(50));
        assertThat(ledger.tables())
                .filteredOn(table -> table.name().equals("record"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).isGreaterThanOrEqualTo(ENDED));
    }

    @Test
    void noTableOfWhatHasEndedIsReadAsAWhole() {
        var plans = plans();

        assertThat(plans).hasSizeGreaterThanOrEqualTo(6);
        assertThat(plans).noneMatch(plan -> plan.matches("(?s).*Seq Scan on (record|batch|arrival|attempt)\\b.*"));
    }

    private List<String> plans() {
        return Stream.<Runnable>of(
                        ledger::open, ledger::doubts, ledger::answers, ledger::pulls, ledger::leftAlone, ledger::tables)
                .flatMap(question -> database
                        .of(() -> {
                            question.run();
                            // The plan of a query is told with the next statement.
                            context.getBean(JdbcClient.class)
                                    .sql("update replica set node = node")
                                    .update();
                        })
                        .stream())
                .toList();
    }

    private long counted(RecordState state) {
        return ledger.open().stream()
                .filter(open -> open.state() == state)
                .mapToLong(WatchLedger.Open::records)
                .sum();
    }
}
