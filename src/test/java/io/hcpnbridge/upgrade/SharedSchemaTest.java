package io.hcpnbridge.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.rehearsal.LedgerDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Flyway does, as the adapter ships it, with a database of this version and with one of the next. */
@Timeout(60)
class SharedSchemaTest {
    private static final String OWN = "classpath:db/migration";

    private final DataSource database = LedgerDatabase.create().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @TempDir
    Path folder;

    private NextVersion next;

    @BeforeEach
    void makeNextVersionUp() {
        next = NextVersion.in(folder);
    }

    @Test
    void theNextVersionKeepsTheRules() {
        assertThat(new MigrationLint(List.of("0.1.0")).problems(next.migrations()))
                .isEmpty();
    }

    @Test
    void thisVersionLeavesTheSchemaOfTheNextAsItIs() {
        migrate(OWN, next.migrationsLocation());
        var migrated = history();

        migrate(OWN);

        assertThat(migrated).endsWith(NextVersion.MIGRATIONS.toArray(String[]::new));
        assertThat(history()).isEqualTo(migrated);
        with(flyway -> {
            assertThat(flyway.info().pending()).isEmpty();
            assertThat(Arrays.stream(flyway.info().all())
                            .filter(migration -> migration.getState().name().startsWith("FUTURE"))
                            .map(MigrationInfo::getScript))
                    .containsExactlyElementsOf(NextVersion.MIGRATIONS);
        });
        assertThatThrownBy(() -> Flyway.configure()
                        .dataSource(database)
                        .locations(OWN)
                        .ignoreMigrationPatterns(new String[0])
                        .load()
                        .migrate())
                .as("as the setting stands for")
                .isInstanceOf(FlywayValidateException.class);
    }

    @Test
    void replicasThatComeTogetherMigrateOnce() throws Exception {
        migrate(OWN);
        var replicas = Executors.newFixedThreadPool(3);
        Callable<Void> migration = () -> {
            migrate(OWN, next.migrationsLocation());
            return null;
        };
        for (var done : replicas.invokeAll(List.of(migration, migration, migration))) {
            done.get();
        }
        replicas.shutdown();

        assertThat(history()).doesNotHaveDuplicates().endsWith(NextVersion.MIGRATIONS.toArray(String[]::new));
    }

    @Test
    void anIndexIsBuiltWhileTheVersionBeforeWorksAndAnewIfItWasInterrupted() throws SQLException {
        migrate(OWN);
        jdbc.sql("create table elsewhere (id int)").update();
        jdbc.sql("create index record_weight on record (tries)").update();
        try (var working = database.getConnection();
                var statement = working.createStatement()) {
            working.setAutoCommit(false);
            statement.execute("insert into elsewhere values (1)");

            migrate(OWN, next.migrationsLocation());

            working.commit();
        }
        assertThat(jdbc.sql("select indexdef from pg_indexes where indexname = 'record_weight'")
                        .query(String.class)
                        .single())
                .contains("(weight, due_at)");
    }

    @Test
    void aDatabaseOfAnotherHistoryIsNotTouched() {
        migrate(OWN);
        jdbc.sql("update flyway_schema_history set checksum = checksum + 1 where version = '1'")
                .update();

        assertThatThrownBy(() -> migrate(OWN)).hasRootCauseInstanceOf(FlywayValidateException.class);
    }

    private void migrate(String... locations) {
        run(context -> assertThat(context.getBean(Flyway.class)).isNotNull(), true, locations);
    }

    private void with(Consumer<Flyway> step) {
        run(context -> step.accept(context.getBean(Flyway.class)), false, OWN);
    }

    /** Flyway as Spring sets it up from the settings that ship. */
    private void run(ContextConsumer<? super AssertableApplicationContext> step, boolean migrate, String... locations) {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
                .withBean(DataSource.class, () -> database)
                .withBean(FlywayMigrationStrategy.class, () -> flyway -> {
                    if (migrate) {
                        flyway.migrate();
                    }
                })
                .withPropertyValues("spring.flyway.locations=" + String.join(",", locations))
                .run(step);
    }

    private List<String> history() {
        return jdbc.sql("select script from flyway_schema_history where success order by installed_rank")
                .query(String.class)
                .list();
    }
}
