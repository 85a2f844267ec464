package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.LedgerWire;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection to the database breaks before anything was sent: that is no doubt, and nobody else's failure. */
@Tag("slow")
@Tag("outages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenLedgerConnectionTest {
    private LedgerWire wire;
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        var url = surroundings.database().url();
        var database = URI.create(url.substring("jdbc:".length()));
        wire = LedgerWire.to(database.getPort());
        surroundings.set("spring.datasource.url", url.replace(":" + database.getPort(), ":" + wire.port()));
        surroundings.set("spring.datasource.hikari.connection-timeout", "1000");
        surroundings.knowCustomer("c1");
        for (var name : new String[] {"attempt", "lane_slot", "unconfirmed"}) {
            surroundings.partner().resource("c1", "r-" + name, resource -> resource);
        }
    });

    @AfterAll
    void close() {
        bridge.close();
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attempt", "lane_slot"})
    void aRenewalThatWasNotSentIsSentOnceTheLedgerIsBack(String table) {
        wire.breakAt("insert into " + table + " ", Duration.ofSeconds(3));
        var resource = "r-" + table;

        assertSentOnce(resource);
    }

    @Test
    void anIntentWhoseCommitNobodyConfirmedIsFoundAgain() {
        wire.breakAfterNext("insert into attempt ", Duration.ofSeconds(3));

        assertSentOnce("r-unconfirmed");
    }

    private void assertSentOnce(String resource) {
        var answer = renew(resource);

        assertThat(wire.hasBroken()).isTrue();
        assertThat(answer)
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("status"))
                .containsExactly("OK");
        assertThat(bridge.partner().journal().placedRenewals(resource)).isOne();
        assertThat(attemptsOf(resource))
                .as("no intent without a call, unless it is told so")
                .isOne();
    }

    private List<ErpFormat.Line> renew(String resource) {
        return bridge.ask(
                "orders.renew",
                Map.of(
                        "document",
                        resource,
                        "customerId",
                        "c1",
                        "resource1",
                        resource,
                        "periodType",
                        "2",
                        "periodNum",
                        "1",
                        "expireMode",
                        "2",
                        "autoPay",
                        "Y"),
                Map.of("periodTotal", "1"));
    }

    @Test
    void whatIsCommittedOutlivesACrashWhateverTheServerWasTold() throws SQLException {
        try (var server = bridge.surroundings().database().dataSource().getConnection();
                var adapter = bridge.bridge().bean(DataSource.class).getConnection()) {
            assertThat(synchronousCommit(server)).as("of this test's server").isEqualTo("off");
            assertThat(synchronousCommit(adapter)).isEqualTo("on");
        }
    }

    private static String synchronousCommit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var shown = statement.executeQuery("show synchronous_commit")) {
            shown.next();
            return shown.getString(1);
        }
    }

    /** As of a machine that lost its power, or a process that was stopped, in the middle of a transaction. */
    @Test
    void aTransactionThatStandsStillDoesNotKeepItsLocks() throws SQLException {
        try (var still = bridge.bridge().bean(DataSource.class).getConnection()) {
            still.setAutoCommit(false);
            lock(still);
            assertThatThrownBy(this::lockNow).hasMessageContaining("55P03");

            Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
                lockNow();
                return true;
            });
            assertThatThrownBy(still::rollback).isInstanceOf(SQLException.class);
        }
    }

    private void lockNow() throws SQLException {
        try (var other = bridge.surroundings().database().dataSource().getConnection()) {
            other.setAutoCommit(false);
            lock(other);
        } catch (SQLException e) {
            throw new SQLException(e.getSQLState(), e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table pull_period in access exclusive mode nowait");
        }
    }

    /** Without those that were not sent after all, as the ledger was out of reach once more at the time of their slot. */
    private long attemptsOf(String document) {
        return bridge.ledger()
                .sql(
                        """
                        select count(*) from attempt join record on record.id = record_id left join attempt_outcome on attempt_id = attempt.id
                        where document = ? and attempt_outcome.code is distinct from 'BRIDGE.LEDGER_AWAY'
                        """)
                .param(document)
                .query(Long.class)
                .single();
    }
}
