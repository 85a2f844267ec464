package io.hcpnbridge.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * The version after this one, as far as it can be made up: the same classes, migrations that follow the rules, another mapping and
 * another route.
 */
final class NextVersion {
    /** Begins every order id in answers that the next version's mapping made. */
    static final String MARK = "NEXT-";

    /** What the next version's route logs with each renewal. */
    static final String ROUTE_LOG = "by the next version's route";

    /** An interface that does something of its own. */
    private static final String RENEWALS =
            """
            - route:
                id: renew-resources
                routeConfigurationId: work-failures
                from:
                  id: start-renewals
                  uri: "direct:orders.renew"
                  steps:
                    - log:
                        id: say-next
                        logName: io.hcpnbridge.next
                        message: "%s"
                    - to:
                        id: go-on-with-renewals
                        uri: "direct:choose-generation"
            """
                    .formatted(ROUTE_LOG);

    /** Newer than any migration that this version knows. */
    static final List<String> MIGRATIONS = List.of(
            "V1001__made_up_column.sql",
            "V1002__another_column.sql",
            "V1003__made_up_table.sql",
            "V1004__made_up_backfill.sql",
            "V1005__made_up_index.sql");

    private final Path folder;

    private NextVersion(Path folder) {
        this.folder = folder;
    }

    static NextVersion in(Path folder) {
        try {
            var next = new NextVersion(Files.createDirectories(folder));
            var migrations = Files.createDirectories(folder.resolve("migrations"));
            for (var migration : next.migrations()) {
                Files.writeString(migrations.resolve(migration.file()), migration.text());
            }
            FileSystemUtils.copyRecursively(Path.of("mappings"), folder.resolve("mappings"));
            next.edit("mappings/shared/renewal.jslt", "\"orderId\": v:text(.)}", "\"orderId\": \"NEXT-\" + v:text(.)}");
            FileSystemUtils.copyRecursively(Path.of("routes"), folder.resolve("routes"));
            Files.writeString(folder.resolve("routes/renewals.camel.yaml"), RENEWALS);
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What makes a process of this version one of the next. */
    String[] javaOptions(String... more) {
        var options = new ArrayList<>(List.of(more));
        options.add("-Dspring.flyway.locations=classpath:db/migration,filesystem:" + folder.resolve("migrations"));
        options.add("-Dbridge.mappings=" + folder.resolve("mappings").toUri());
        options.add("-Dbridge.routes=" + folder.resolve("routes").toUri() + "*.camel.yaml");
        return options.toArray(String[]::new);
    }

    /** Flyway's location of the next version's own migrations. */
    String migrationsLocation() {
        return "filesystem:" + folder.resolve("migrations");
    }

    /** The next version's own migrations, in the order of their versions. */
    List<Migration> migrations() {
        var texts = List.of(
                """
                set local lock_timeout = '5s';
                alter table record add column weight int not null default 0;
                """,
                """
                set local lock_timeout = '5s';
                alter table attempt add column trace text;
                """,
                """
                set local lock_timeout = '5s';
                create table made_up (
                    id        bigint generated always as identity primary key,
                    record_id bigint not null references record,
                    note      text   not null
                );
                """,
                "update record set weight = 1 where state in ('DUE', 'CLAIMED', 'SENT');\n",
                """
                drop index concurrently if exists record_weight;
                create index concurrently record_weight on record (weight, due_at) where state = 'DUE';
                """);
        return IntStream.range(0, texts.size())
                .mapToObj(n -> Migration.of(MIGRATIONS.get(n), texts.get(n)))
                .toList();
    }

    private void edit(String file, String old, String changed) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, changed));
    }
}
