package io.hcpnbridge.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was released stays as it is; what comes later comes after it. */
class ReleasedMigrationsTest {
    private static final Migration FIRST = Migration.of("V1__first.sql", "create table a (id int);");
    private static final Migration SECOND = Migration.of("V2__second.sql", "create table b (id int);");
    private static final Migration THIRD = Migration.of("V3__third.sql", "alter table b add column c int;");

    private final ReleasedMigrations released = new ReleasedMigrations("# what is out\n" + line("0.1.0", FIRST) + "\n"
            + line("0.1.0", SECOND) + "\n" + line("0.2.0", THIRD) + "\n");

    @Test
    void whatIsAsItWasReleasedIsFine() {
        assertThat(released.problems(List.of(FIRST, SECOND, THIRD, Migration.of("V4__new.sql", ""))))
                .isEmpty();
    }

    @Test
    void aReleasedMigrationMustNotChange() {
        var changed = Migration.of(SECOND.file(), SECOND.text() + " ");

        assertThat(released.problems(List.of(FIRST, changed, THIRD)))
                .containsExactly("V2__second.sql: was released with 0.1.0 and was changed since");
    }

    @Test
    void aReleasedMigrationMustNotGo() {
        assertThat(released.problems(List.of(FIRST, THIRD)))
                .containsExactly("V2__second.sql: was released with 0.1.0 and is gone");
    }

    @Test
    void nothingIsPutInBeforeAReleasedMigration() {
        var late = new ArrayList<>(List.of(FIRST, SECOND, THIRD));
        late.add(Migration.of("V3__late.sql", ""));

        assertThat(released.problems(late)).containsExactly("V3__late.sql: comes before a released one, V3");
    }

    @Test
    void onlyWhatCameAfterTheFirstReleaseMustLeaveTheVersionBeforeAtWork() {
        var next = Migration.of("V4__new.sql", "");

        assertThat(released.afterTheFirst(List.of(FIRST, SECOND, THIRD, next))).containsExactly(THIRD, next);
        assertThat(new ReleasedMigrations("# nothing\n").afterTheFirst(List.of(FIRST, SECOND)))
                .isEmpty();
        assertThat(released.releases()).containsExactly("0.1.0", "0.2.0");
    }

    @Test
    void aLineThatSaysSomethingElseIsNotSkipped() {
        assertThatThrownBy(() -> new ReleasedMigrations("0.1.0 V1__first.sql")).hasMessageContaining("V1__first.sql");
    }

    private static String line(String release, Migration migration) {
        return release + " " + migration.file() + " " + ReleasedMigrations.checksum(migration);
    }
}
