package io.hcpnbridge.rehearsal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own on a real PostgreSQL, one server per JVM. */
public record LedgerDatabase(String name) {
    private static EmbeddedPostgres server;
    private static LedgerDatabase template;

    /** Creates an empty database. */
    public static LedgerDatabase create() {
        return create("template1");
    }

    /** Creates a ledger without rows: a copy, which takes a fraction of the time of the migrations. */
    public static LedgerDatabase migrated() {
        return create(migratedOnce().name());
    }

    private static synchronized LedgerDatabase migratedOnce() {
        if (template == null) {
            template = create();
            Flyway.configure().dataSource(template.dataSource()).load().migrate();
        }
        return template;
    }

    private static LedgerDatabase create(String template) {
        var name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new LedgerDatabase(name);
    }

    /**
     * Starts the server on a port of one's choice (0: any), for whoever ends it himself with {@link #stop}. A thousand files take
     * seconds to delete: a later start does it.
     */
    static synchronized void start(int port) {
        server = started(EmbeddedPostgres.builder()
                .setPort(port)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false));
    }

    /** Ends the server, with all databases. */
    static synchronized void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return server().getJdbcUrl("postgres", name);
    }

    public DataSource dataSource() {
        return server().getDatabase("postgres", name);
    }

    /** Lets a role in, by password only, and makes it the owner of the database. */
    public void login(String role, String password) {
        var admin = JdbcClient.create(server().getPostgresDatabase());
        admin.sql("create role " + role + " login password '" + password + "'").update();
        admin.sql("alter database " + name + " owner to " + role).update();
        var rules = Path.of(admin.sql("show hba_file").query(String.class).single());
        try {
            Files.writeString(rules, "host all " + role + " all scram-sha-256\n" + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        admin.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    /** The role's password becomes another, and its connections are cut. */
    public void changePassword(String role, String password) {
        var admin = JdbcClient.create(server().getPostgresDatabase());
        admin.sql("alter role " + role + " password '" + password + "'").update();
        admin.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = ?")
                .param(role)
                .query(Integer.class)
                .single();
    }

    /** Lets nobody in and ends what is open, as a server that is away. */
    public void shut() {
        var admin = JdbcClient.create(server().getPostgresDatabase());
        admin.sql("alter database " + name + " allow_connections false").update();
        endSessions(admin);
    }

    /** Lets everybody in again. */
    public void open() {
        JdbcClient.create(server().getPostgresDatabase())
                .sql("alter database " + name + " allow_connections true")
                .update();
    }

    /** Ends all sessions; those that begin now read only, as at a primary that has become a standby. */
    public void onlyRead() {
        var admin = JdbcClient.create(server().getPostgresDatabase());
        admin.sql("alter database " + name + " set default_transaction_read_only = on")
                .update();
        endSessions(admin);
    }

    /** Sessions that begin now may write; those that there are still lead to the old primary. */
    public void write() {
        JdbcClient.create(server().getPostgresDatabase())
                .sql("alter database " + name + " reset default_transaction_read_only")
                .update();
    }

    /** Ends all sessions; the tables lie in that tablespace from now on. */
    public void moveTo(String tablespace) {
        var admin = JdbcClient.create(server().getPostgresDatabase());
        endSessions(admin);
        admin.sql("alter database " + name + " set tablespace " + tablespace).update();
    }

    private void endSessions(JdbcClient admin) {
        admin.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    /** The address for that role. */
    public String url(String role) {
        return server().getJdbcUrl(role, name);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            server = started(EmbeddedPostgres.builder());
        }
        return server;
    }

    private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder) {
        try {
            return builder.setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
