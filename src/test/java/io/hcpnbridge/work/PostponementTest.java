package io.hcpnbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.ledger.BatchLine;
import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.ledger.PauseLedger;
import io.hcpnbridge.ledger.QuotaLedger;
import io.hcpnbridge.ledger.RecordLedger;
import io.hcpnbridge.ledger.Replicas;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.rehearsal.LedgerDatabase;
import io.hcpnbridge.text.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What a step waits for and when that is hopeless, on a real ledger. */
class PostponementTest {
    private static final Lane LANE = new Lane("acme", "orders.list");

    private static final Words WHY = new Words("why", "为什么");
    private static final Judgement UNREACHABLE =
            new Judgement(Verdict.UNREACHABLE, null, "BRIDGE.UNREACHABLE", WHY, null, null, false);

    private RecordLedger records;
    private Postponement postponement;
    private JdbcClient jdbc;
    private PauseLedger pauses;

    @BeforeEach
    void openLedger() {
        var database = LedgerDatabase.migrated();
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, database::dataSource);
        context.register(LedgerConfiguration.class);
        context.refresh();
        records = context.getBean(RecordLedger.class);
        jdbc = context.getBean(JdbcClient.class);
        Replicas.alive(jdbc, "n");
        var settings = new Binder(new MapConfigurationPropertySource(Map.of("work.park-after", "1s")))
                .bindOrCreate("work", WorkProperties.class);
        pauses = context.getBean(PauseLedger.class);
        var credentials = new CredentialRest(pauses, settings, (tenant, request) -> false);
        var attempts = context.getBean(AttemptLedger.class);
        var step = new StepEnd(records, attempts, credentials, null, context.getBeanProvider(CallListener.class));
        var followUp = new FollowUp(step, null, null, attempts, settings);
        var slots = new SharedQuota(context.getBean(QuotaLedger.class));
        postponement = new Postponement(step, pauses, slots, credentials, followUp, settings);
        var batches = context.getBean(BatchLedger.class);
        var batch = batches.open("orders.list", "file", "h", "v");
        var content = ExactJson.mapper().createObjectNode().put("document", "D1");
        batches.addLines(
                batch, "acme", "orders.list", List.of(new BatchLine(1, 2, "D1", "h", null, content)), Set.of());
        batches.accept(batch, "acme");
    }

    @Test
    void aPartnerWhoseClockKeepsJumpingIsNotAskedForEver() {
        var refusal = new Judgement(Verdict.UNAUTHENTICATED, 401, "APIGW.0301", Words.same("t"), null, null, false);
        for (int i = 0; i < 3; i++) {
            postponement.restCredential(judged(refusal.withCorrection()));
        }
        assertThat(jdbc.sql("select state from record").query(String.class).single())
                .isEqualTo("FAILED");
        assertThat(jdbc.sql("select count(*) from pause").query(Long.class).single())
                .isOne();
    }

    @Test
    void aRefusalOfKeysThatAreReplacedMeanwhileSaysNothingAboutTheNewOnes() {
        var refusal = new Judgement(Verdict.UNAUTHENTICATED, 401, "APIGW.0301", Words.same("t"), null, null, false);
        for (int i = 0; i < 5; i++) {
            var exchange = judged(refusal);
            Work.of(exchange).call().credentialReplaced(true);
            postponement.restCredential(exchange);
        }
        assertThat(jdbc.sql("select state || tries from record where due_at <= now()")
                        .query(String.class)
                        .single())
                .isEqualTo("DUE0");
        assertThat(jdbc.sql("select count(*) from pause").query(Long.class).single())
                .isZero();
    }

    @Test
    void aProbeThatTellsNothingOfTheKeysLeavesItToTheNextCallAtOnce() {
        var refusal = new Judgement(Verdict.UNAUTHENTICATED, 401, "APIGW.0301", Words.same("t"), null, null, false);
        postponement.restCredential(judged(refusal));
        jdbc.sql("update pause set until = now() - interval '1 second'").update();

        for (int i = 0; i < 3; i++) {
            var probe = judged(UNREACHABLE);
            assertThat(postponement.credentialIsReady(probe)).isTrue();
            postponement.giveBack(probe);
        }

        var probe = judged(refusal);
        assertThat(postponement.credentialIsReady(probe)).isTrue();
        postponement.restCredential(probe);
        assertThat(postponement.credentialIsReady(judged(UNREACHABLE)))
                .as("it has told of the keys")
                .isFalse();
    }

    @Test
    void aThrottlingPartnerThatNamesNoWaitIsLeftAloneNevertheless() {
        var throttled = new Judgement(Verdict.THROTTLED, 429, "APIGW.0308", Words.same("t"), null, 0L, false);

        postponement.slowLaneDown(judged(throttled));

        assertThat(jdbc.sql("select until > since + interval '500 milliseconds' from pause")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 86_400, 31_536_000})
    void aPartnerThatWantsToBeLeftAloneForVeryLongIsLeftAloneForFiveMinutesAndHealthSaysSo(long seconds) {
        var throttled = new Judgement(Verdict.THROTTLED, 429, "APIGW.0308", Words.same("t"), null, seconds, false);
        for (int i = 0; i < 3; i++) {
            jdbc.sql("update pause set until = now() - interval '1 second'").update();
            postponement.slowLaneDown(judged(throttled));
        }

        assertThat(jdbc.sql("select until <= now() + interval '5 minutes' from pause")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        var health = new PartnerHealthIndicator(
                        pauses, new PartnerClock(Clock.systemUTC(), Duration.ZERO), Optional::empty)
                .health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails().get("acme interface:orders.list"))
                .asString()
                .contains("rests for", "APIGW.0308");
    }

    @Test
    void healthIsDownWhileThePartnersTimeIsNotBelieved() {
        var clock = new PartnerClock(Clock.systemUTC(), Duration.ofMinutes(15));
        clock.learn(Instant.parse("2099-01-01T00:00:00Z"));

        var health = new PartnerHealthIndicator(pauses, clock, Optional::empty).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("clock")).asString().contains("not followed");
    }

    @Test
    void aLaneWhoseQuotaIsTakenRestsNoLongerThanThatHoweverOftenItHappens() {
        var taken = new Judgement(Verdict.THROTTLED, null, "BRIDGE.QUOTA_TAKEN", Words.same("t"), null, 5L, false);
        for (int i = 0; i < 4; i++) {
            postponement.slowLaneDown(judged(taken));
        }

        assertThat(pauses.resting()).as("others of the lane may be more urgent").isEmpty();
        assertThat(jdbc.sql(
                                "select due_at between now() + interval '4 seconds' and now() + interval '6 seconds' from record")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "pace", "route"})
    void whatIsNoFailureOfTheRecordIsNotedWithItsReason(String missing) {
        switch (missing) {
            case "partner" -> postponement.waitForPartner(judged(UNREACHABLE));
            case "pace" ->
                postponement.slowLaneDown(
                        judged(new Judgement(Verdict.THROTTLED, null, "BRIDGE.QUOTA_TAKEN", WHY, null, 5L, false)));
            default -> postponement.waitForRoute(exchange());
        }

        assertThat(jdbc.sql("select state || tries from record where waiting_since is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("DUE0");
        assertThat(jdbc.sql("select code from record").query(String.class).single())
                .isIn("BRIDGE.UNREACHABLE", "BRIDGE.QUOTA_TAKEN", "BRIDGE.ROUTE_STOPPED");
        assertThat(jdbc.sql("select text <> text_zh from record")
                        .query(Boolean.class)
                        .single())
                .as("in both languages")
                .isTrue();
    }

    @Test
    void theErpIsToldWhatIsPlacedIfWhatFollowsCannotBeDoneForLong() {
        jdbc.sql("update record set placed = true").update();

        postponement.waitForPartner(judged(UNREACHABLE));

        assertThat(jdbc.sql("select state || code from record")
                        .query(String.class)
                        .single())
                .isEqualTo("PARTIALBRIDGE.UNREACHABLE");
    }

    @Test
    void whatThePartnerHasTakenWaitsHoweverLongThatTakesAndStaysWhatTheErpWasTold() {
        jdbc.sql("update record set placed = true, pending = true, code = 'TAKEN'")
                .update();

        postponement.waitForPartner(judged(UNREACHABLE));

        assertThat(jdbc.sql("select state || code from record")
                        .query(String.class)
                        .single())
                .isEqualTo("DUETAKEN");
    }

    private DefaultExchange judged(Judgement judgement) {
        var exchange = exchange();
        Work.of(exchange).call().judge(judgement, null);
        return exchange;
    }

    private DefaultExchange exchange() {
        jdbc.sql("update record set due_at = now() - interval '1 second'").update();
        var record = records.claim(List.of(LANE), 1, "n", Duration.ofMinutes(1)).get(0);
        var work = new Work(List.of(record), null);
        var request = PartnerRequest.from(
                ExactJson.read("{\"api\":\"a\",\"method\":\"GET\",\"path\":[\"p\"],\"envelope\":\"new\"}"),
                Effect.READ,
                Caller.PARTNER);
        work.ask(PartnerCall.of("acme", request, () -> Duration.ZERO));
        var exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(Work.PROPERTY, work);
        return exchange;
    }

    @EnableTransactionManagement
    @ComponentScan(basePackageClasses = RecordLedger.class)
    // Not a @Configuration: the adapter's own component scan must not find it.
    static class LedgerConfiguration {
        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }
    }
}
