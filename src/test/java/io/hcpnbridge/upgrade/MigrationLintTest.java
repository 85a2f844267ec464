package io.hcpnbridge.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad migrations are caught, good ones are left alone. */
class MigrationLintTest {
    private static final String TIMEOUT = "set local lock_timeout = '5s'; ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table snapshot",
                "DROP TABLE IF EXISTS snapshot CASCADE",
                "drop index record_due",
                "drop function refuse_change() cascade",
                "drop trigger attempt_append_only on attempt",
                "alter table record drop column generation",
                "alter table record add column extra int, drop column generation",
                "alter table record drop constraint business_key",
                "alter table record rename to document",
                "alter table record rename column state to status",
                "alter index record_due rename to record_ready",
                "alter table record alter column tries type bigint",
                "alter table record alter column tries set data type bigint",
                "alter table record alter column code set not null",
                "alter table record alter tries drop default",
                "alter table record alter column tries set default 1",
                "alter table record add constraint known check (state in ('DUE', 'OK'))",
                "alter table record add constraint known check (tries < 9) not valid",
                "alter table record add check (tries < 9)",
                "alter table record add constraint once unique (document)",
                "alter table record add foreign key (tenant) references tenant",
                "alter table record add column parent bigint references batch",
                "alter table record add column extra text unique",
                "alter table record add column extra text check (extra <> '')",
                "alter table record add extra text not null",
                "alter table record set tablespace other",
                "alter table record enable row level security",
                "alter table record disable trigger all",
                "alter type mood add value 'sad'",
                "create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$",
                "create or replace view open_record as select 1",
                "create rule quiet as on insert to record do instead nothing",
                "truncate record",
                "delete from pause",
                "update record set state = 'OK'",
                "update record set weight = 1, state = 'OK' where id = 1",
                "insert into pause (tenant, scope) values ('a', 'b')",
                "lock table record",
                "do $$ begin execute 'drop table record'; end $$",
                "vacuum full record",
                "revoke insert on record from bridge"
            })
    void whatTheVersionBeforeCouldNotLiveWithIsCaught(String statement) {
        assertThat(problems(TIMEOUT + "alter table record add column weight int; " + statement + ";"))
                .hasSize(1)
                .first()
                .asString()
                .contains("is no expansion");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table record add column extra text not null | give it a constant default",
                "alter table record add column extra uuid default gen_random_uuid() | writes the whole table anew",
                "alter table record add column extra timestamptz not null default clock_timestamp() | writes the whole table anew",
                "alter table record add column extra bigint generated always as identity | writes the whole table anew",
                "alter table record add column extra int generated always as (tries + 1) stored | writes the whole table anew",
                "alter table record add column extra bigserial | writes the whole table anew",
                "create index record_extra on record (tries) | create index concurrently",
                "create unique index record_extra on record (tries) | create index concurrently",
            })
    void whatKeepsTheVersionBeforeWaitingIsCaught(String statement, String advice) {
        assertThat(problems(TIMEOUT + statement)).hasSize(1).first().asString().contains(advice);
    }

    @Test
    void whoeverWaitsForALockMustNotKeepTheOthersWaiting() {
        for (var text : List.of(
                "alter table record add column extra int;", "create table made_up (id bigint references record);")) {
            assertThat(problems(text)).singleElement().asString().contains("lock_timeout");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table attempt add column extra int; alter table record add column extra int;",
                "alter table attempt add column extra int; create table t (id bigint references record);",
                "alter table batch add column extra int; create table t (a bigint references batch, b bigint references record);"
            })
    void whoHoldsOneTableMustNotWaitForAnother(String text) {
        assertThat(problems(TIMEOUT + text)).singleElement().asString().contains("one table a file");
    }

    @Test
    void anIndexThatIsBuiltBesideTheWorkStandsAloneAndCanBeBuiltAgain() {
        assertThat(problems("create table t (id int); drop index concurrently if exists i;"
                        + "create index concurrently i on record (tries);"))
                .singleElement()
                .asString()
                .contains("file of its own");
        assertThat(problems("create index concurrently i on record (tries);"))
                .singleElement()
                .asString()
                .contains("interrupted");
    }

    @Test
    void anIndexThatIsOnlyDroppedIsNoExpansionEither() {
        assertThat(problems("drop index concurrently if exists record_due;"))
                .singleElement()
                .asString()
                .contains("is no expansion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table made_up (id bigint primary key, note text not null check (note <> 'drop table record;'));"
                        + "create unique index made_up_note on made_up (note); insert into made_up (id, note) values (1, 'x');",
                "create unlogged table if not exists made_up (id bigint) with (fillfactor = 50); -- drop table record",
                TIMEOUT
                        + "alter table record add column weight int not null default 0, add column amount numeric(13, 2);",
                TIMEOUT
                        + "alter table record add column seen timestamptz not null default now(); /* drop\n table record */",
                TIMEOUT
                        + "alter table record add column word text default 'a;b'; update record set word = 'c' where id < 9;",
                "drop index concurrently if exists record_weight;\n"
                        + "create index concurrently record_weight on record (tries);",
                "create function both() returns trigger language plpgsql as $$ begin drop table x; end $$;"
                        + "create trigger both before update on record for each row execute function both();",
                "comment on table record is 'One document of the ERP';"
            })
    void whatOnlyAddsIsLeftAlone(String text) {
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void whatIsBackfilledMayHaveBeenAddedByAnEarlierMigration() {
        var added = Migration.of("V7__added.sql", TIMEOUT + "alter table record add column weight int;");
        var filled = Migration.of("V8__filled.sql", "update record set weight = tries;");

        assertThat(new MigrationLint(Set.of()).problems(List.of(added, filled))).isEmpty();
        assertThat(new MigrationLint(Set.of()).problems(List.of(filled))).hasSize(1);
    }

    @Test
    void whatAReleasedVersionNoLongerUsesMayGo() {
        var contraction = "-- contract: unused since 0.2.0: record.generation\n" + TIMEOUT
                + "alter table record drop column generation;";

        assertThat(new MigrationLint(Set.of("0.1.0", "0.2.0"))
                        .problems(List.of(Migration.of("V9__contract.sql", contraction))))
                .isEmpty();
        assertThat(problems(contraction)).singleElement().asString().contains("0.2.0 is not released");
        assertThat(problems("\n" + contraction))
                .as("only the first line counts")
                .hasSize(1);
    }

    @Test
    void evenAContractionKeepsNobodyWaiting() {
        assertThat(new MigrationLint(Set.of("0.2.0"))
                        .problems(List.of(Migration.of(
                                "V9__contract.sql",
                                "-- contract: unused since 0.2.0: the column code as null\n"
                                        + "create unique index code on record (code);"))))
                .singleElement()
                .asString()
                .contains("concurrently");
    }

    private static List<String> problems(String text) {
        return new MigrationLint(Set.of("0.1.0")).problems(List.of(Migration.of("V7__made_up.sql", text)));
    }
}
