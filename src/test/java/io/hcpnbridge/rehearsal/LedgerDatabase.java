package io.hcpnbridge.rehearsal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** A database of its own on a real PostgreSQL, one server per JVM. */
public record LedgerDatabase(String name) {
    private static EmbeddedPostgres server;

    /** Creates an empty database. */
    public static LedgerDatabase create() {
        var name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new LedgerDatabase(name);
    }

    public String url() {
        return server().getJdbcUrl("postgres", name);
    }

    public DataSource dataSource() {
        return server().getDatabase("postgres", name);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }
}
