package io.hcpnbridge.desk.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.desk.read.Association.State;
import io.hcpnbridge.rehearsal.LedgerDatabase;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a customer who has bound an account is among the partner's is told by lists that were read, and never guessed. */
class AssociationQueryTest {
    private static final String BEFORE = "2026-03-01T08:00:00Z";
    private static final String BOUND = "2026-03-02T08:00:00Z";
    private static final String AFTER = "2026-03-03T08:00:00Z";
    private static final String LATER = "2026-03-04T08:00:00Z";
    private static final String WHOLE = "{}";
    private static final String CHANGES = "{\"scope\": \"CHANGES\"}";

    private JdbcClient ledger;

    @BeforeEach
    void createLedger() {
        ledger = JdbcClient.create(LedgerDatabase.migrated().dataSource());
        ledger.sql(
                        """
                        insert into batch (interface, tenant, content_hash, mapping_version, header, verdict)
                        values ('customers.associations', 'acme', 'b', 'm', '{}', 'ACCEPTED')
                        """)
                .update();
    }

    @Test
    void withoutAListNothingIsKnown() {
        assertThat(association("c1")).isEqualTo(Association.NOT_KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {BEFORE, AFTER})
    void whoStandsInAListIsAmongThemAsOfThatTime(String at) {
        answered(at, WHOLE, "c0", "c1");

        assertThat(association("c1")).isEqualTo(new Association(State.AMONG, Instant.parse(at)));
    }

    @Test
    void whoDoesNotStandInAListThatWasReadAfterwardsIsNotAmongThem() {
        answered(AFTER, WHOLE, "c0");

        assertThat(association("c1")).isEqualTo(new Association(State.NOT_AMONG, Instant.parse(AFTER)));
    }

    @Test
    void aListThatWasReadBeforeTellsNothingOfWhoIsMissing() {
        answered(BEFORE, WHOLE, "c0");

        assertThat(association("c1")).isEqualTo(Association.NOT_KNOWN);
    }

    @Test
    void theLastListCounts() {
        answered(AFTER, WHOLE, "c1");
        answered(LATER, WHOLE, "c0");

        assertThat(association("c1")).isEqualTo(new Association(State.NOT_AMONG, Instant.parse(LATER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\": \"gold\"}",
                "{\"customerName\": \"Li\"}",
                "{\"associatedFrom\": \"2026-03-02T00:00:00Z\"}",
                "{\"columnOfALaterVersion\": \"x\"}"
            })
    void aFilteredListTellsOfWhomItHasOnly(String filter) {
        answered(AFTER, filter, "c1");

        assertThat(association("c1").state()).isEqualTo(State.AMONG);
        assertThat(association("c2")).isEqualTo(Association.NOT_KNOWN);
    }

    @Test
    void anEmptyFilterIsNone() {
        answered(AFTER, "{\"scope\": \"ALL\", \"label\": \"\", \"customerName\": null, \"remark\": \"monthly\"}", "c0");

        assertThat(association("c1").state()).isEqualTo(State.NOT_AMONG);
    }

    @Test
    void aResellersCustomersAreNotThePartnersOwn() {
        answered(AFTER, "{\"resellerId\": \"r1\"}", "c1");

        assertThat(association("c1")).isEqualTo(Association.NOT_KNOWN);
    }

    @Test
    void whoWasAskedForAloneIsKnownAndNobodyElse() {
        answered(AFTER, "{\"customerId\": \"c1\"}", "c1");
        answered(AFTER, "{\"customerId\": \"c2\"}");

        assertThat(association("c1").state()).isEqualTo(State.AMONG);
        assertThat(association("c2").state()).isEqualTo(State.NOT_AMONG);
        assertThat(association("c3").state()).isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void ofAListOfChangesTheRowsThatAreKeptForTheNextOneTell() {
        kept(answered(AFTER, CHANGES, "gone"), "c1");

        assertThat(association("c1").state()).isEqualTo(State.AMONG);
        assertThat(association("gone").state()).isEqualTo(State.NOT_AMONG);
    }

    @Test
    void whatWasDeletedByItsAgeOrDidNotSucceedTellsNothing() {
        answered(AFTER, WHOLE, "c0");
        kept(answered(AFTER, CHANGES), "c0");
        ledger.sql("update record set emptied_at = now(), content = '{}'").update();
        answered(AFTER, WHOLE, "c0");
        ledger.sql("update record set state = 'FAILED' where emptied_at is null")
                .update();

        assertThat(association("c1")).isEqualTo(Association.NOT_KNOWN);
    }

    @Test
    void anotherTenantsListTellsNothing() {
        answered(AFTER, WHOLE, "c1");
        ledger.sql("update record set tenant = 'other'").update();

        assertThat(association("c1")).isEqualTo(Association.NOT_KNOWN);
    }

    private Association association(String customer) {
        return Association.of(
                new AssociationQuery(ledger).of("acme", List.of(customer)).get(customer), Instant.parse(BOUND));
    }

    /** A document that ended with the rows of these customers; gives its number. */
    private long answered(String at, String content, String... customers) {
        var record = ledger.sql(
                        """
                        insert into record (tenant, interface, document, content_hash, content, first_batch_id, state, reading_since, changed_at)
                        select 'acme', 'customers.associations', 'D' || count(*), 'h', :content::json, 1, 'OK', :at::timestamptz,
                            :at::timestamptz + interval '1 minute' from record
                        returning id
                        """)
                .param("content", content)
                .param("at", at)
                .query(Long.class)
                .single();
        Stream.of(customers).forEach(customer -> ledger.sql(
                        "insert into result_row (record_id, row_key, kind, content) values (?, ?, 'customer', '{}')")
                .params(record, "customer:" + customer)
                .update());
        return record;
    }

    /** The list of which that document told the changes. */
    private void kept(long record, String... customers) {
        var snapshot = ledger.sql(
                        """
                        insert into snapshot (tenant, interface, scope, record_id, taken_at)
                        values ('acme', 'customers.associations', '[]', ?, now()) returning id
                        """)
                .param(record)
                .query(Long.class)
                .single();
        Stream.of(customers).forEach(customer -> ledger.sql(
                        "insert into snapshot_row (snapshot_id, row_key, content) values (?, ?, '{}')")
                .params(snapshot, "customer:" + customer)
                .update());
    }
}
