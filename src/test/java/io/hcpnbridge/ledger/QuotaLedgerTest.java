package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.hcpnbridge.rehearsal.LedgerDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Slots of a lane on a real PostgreSQL, taken by several replicas. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotaLedgerTest {
    /** Everything here takes so many times as long as in production, so that what the machine takes itself does not count. */
    private static final int SLOWLY = 60;

    private static final Duration WITHIN = slowly(1_016);
    private static final Duration LONGEST = slowly(10_000);

    private HikariDataSource database;
    private JdbcClient jdbc;
    private QuotaLedger ledger;

    @BeforeAll
    void createLedger() {
        database = new HikariDataSource();
        database.setDataSource(LedgerDatabase.migrated().dataSource());
        database.setMaximumPoolSize(12);
        jdbc = JdbcClient.create(database);
        ledger = new QuotaLedger(jdbc);
    }

    @BeforeEach
    void emptyLanes() {
        jdbc.sql("delete from lane_slot").update();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void callsThatComeAtOnceLeaveOneAfterTheOtherAndNoMoreThanAllowed() {
        assertThat(take(4)).isZero();
        assertThat(take(4)).isBetween(200L, 250L);
        assertThat(take(4)).isBetween(420L, 500L);
        assertThat(take(4)).isBetween(650L, 750L);
        assertThat(take(4)).isBetween(1_000L, 1_250L);
    }

    @Test
    void noSlotIsSoonerThanItCanBeUsed() {
        assertThat(take(4)).isZero();
        jdbc.sql("update lane_slot set slots = array[now() - interval '500 milliseconds']")
                .update();
        assertThat(take(4, slowly(300))).isBetween(250L, 300L);
    }

    @Test
    void aLaneAtRestHasASlotAtOnce() {
        assertThat(take(1, slowly(300))).isZero();
        jdbc.sql("update lane_slot set slots = array[now() - interval '1 hour']")
                .update();
        assertThat(take(1, slowly(300))).isZero();
    }

    @Test
    void lanesDoNotWaitForEachOther() {
        assertThat(take(1)).isZero();
        assertThat(ledger.take("acme", "other", 1, WITHIN, Duration.ZERO, LONGEST))
                .contains(Duration.ZERO);
        assertThat(ledger.take("other", "api", 1, WITHIN, Duration.ZERO, LONGEST))
                .contains(Duration.ZERO);
        assertThat(take(1)).isPositive();
    }

    @Test
    void whoeverWouldWaitTooLongTakesNoSlot() {
        for (int i = 0; i < 3; i++) {
            ledger.take("acme", "api", 1, WITHIN, Duration.ZERO, slowly(2_000));
        }
        var before = slots();

        assertThat(ledger.take("acme", "api", 1, WITHIN, Duration.ZERO, slowly(2_000)))
                .isEmpty();
        assertThat(slots()).isEqualTo(before);
        assertThat(ledger.take("acme", "api", 1, WITHIN, Duration.ZERO, LONGEST))
                .isPresent();
    }

    @Test
    void aQuotaThatReplicasSeeDifferentlyIsKeptByTheTighterOne() {
        for (int i = 0; i < 4; i++) {
            take(4);
        }
        assertThat(take(2)).as("after the third").isBetween(1_400L, 1_750L);
        assertThat(take(4)).isBetween(1_600L, 2_000L);
        assertThat(take(2)).isGreaterThan(2_400L);
    }

    @Test
    void slotsFromBeforeTheClockWasSetBackAreForgottenAfterARest() {
        jdbc.sql(
                        "insert into lane_slot (tenant, api, slots) values ('acme', 'api', array[now() + interval '59 minutes', now() + interval '1 hour'])")
                .update();

        assertThat(take(2)).isBetween(1_000L, 1_250L);
        assertThat(take(2)).isBetween(1_600L, 1_850L);
        assertThat(take(2)).isBetween(2_250L, 2_500L);
    }

    @Test
    void aBusyLaneLearnsHowCloseItsCallsMayBeAndWhatARefusalTeachesStays() {
        assertThat(slack()).as("nothing is known").isNull();
        take(1);
        assertThat(slack()).isEqualTo(0.23);
        for (int i = 0; i < 200; i++) {
            ledger.take("acme", "api", 1, Duration.ofMillis(10), Duration.ZERO, LONGEST);
        }
        assertThat(slack()).as("busy, and nothing was refused").isBetween(0.012, 0.016);

        ledger.slowDown("acme", "api");
        ledger.slowDown("acme", "api");

        assertThat(slack()).isBetween(0.07, 0.08);
        for (int i = 0; i < 200; i++) {
            ledger.take("acme", "api", 1, Duration.ofMillis(10), Duration.ZERO, LONGEST);
        }
        assertThat(slack()).as("what it needs").isBetween(0.029, 0.034);
    }

    private Double slack() {
        return jdbc.sql("select slack from lane_slot where tenant = 'acme' and api = 'api'")
                .query(Double.class)
                .optional()
                .orElse(null);
    }

    @Test
    void replicasTogetherStayBelowTheQuota() throws Exception {
        int calls = 7;
        var within = Duration.ofMillis(20);
        var replicas = Executors.newFixedThreadPool(12);
        var turns = new ArrayList<Callable<Void>>();
        for (int replica = 0; replica < 12; replica++) {
            turns.add(() -> {
                for (int i = 0; i < 50; i++) {
                    ledger.take("acme", "api", calls, within, Duration.ZERO, Duration.ofHours(1));
                }
                return null;
            });
        }
        jdbc.sql(
                        """
                        create table taken (id bigint generated always as identity, slot timestamptz);
                        create function note() returns trigger language plpgsql as $$ begin
                            insert into taken (slot) values (new.slots[cardinality(new.slots)]); return new;
                        end $$;
                        create trigger note before update on lane_slot for each row execute function note()
                        """)
                .update();
        for (var done : replicas.invokeAll(turns)) {
            done.get();
        }
        replicas.shutdown();
        jdbc.sql("drop trigger note on lane_slot").update();

        var micros = jdbc.sql("select (extract(epoch from slot) * 1000000)::bigint from taken order by id")
                .query(Long.class)
                .list();
        assertThat(micros).hasSize(12 * 50 - 1).isSorted();
        for (int i = calls; i < micros.size(); i++) {
            assertThat(micros.get(i) - micros.get(i - calls)).isGreaterThanOrEqualTo(20_000);
        }
    }

    @Test
    void aSlotCostsLittleMoreThanAnyOtherQuestionToTheDatabase() {
        for (int i = 0; i < 200; i++) {
            slot();
            question();
        }
        var slots = new ArrayList<Long>();
        var questions = new ArrayList<Long>();
        for (int i = 0; i < 300; i++) {
            slots.add(micros(this::slot));
            questions.add(micros(this::question));
        }

        assertThat(median(slots))
                .as("microseconds for a slot; for a question %d", median(questions))
                .isLessThan(10 * median(questions));
    }

    private void slot() {
        ledger.take("acme", "free", 50, Duration.ZERO, Duration.ZERO, LONGEST);
    }

    private void question() {
        jdbc.sql("select 1").query(Integer.class).single();
    }

    private static long micros(Runnable step) {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1_000;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private long take(int calls) {
        return take(calls, Duration.ZERO);
    }

    /** How long to wait, in milliseconds as they would be in production. */
    private long take(int calls, Duration soonest) {
        return ledger.take("acme", "api", calls, WITHIN, soonest, LONGEST)
                        .orElseThrow()
                        .toMillis()
                / SLOWLY;
    }

    private static Duration slowly(int milliseconds) {
        return Duration.ofMillis(milliseconds).multipliedBy(SLOWLY);
    }

    private String slots() {
        return jdbc.sql("select slots::text from lane_slot").query(String.class).single();
    }
}
