package io.hcpnbridge.replica;

import com.zaxxer.hikari.HikariDataSource;
import io.hcpnbridge.ledger.ReplicaLedger;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The heartbeat's own connection to the ledger, with the pool's address and password: not one of the pool's, which may all be
 * busy, and with time-outs as short as a beat, as a server that does not answer must not keep it.
 */
final class BeatConnection implements AutoCloseable {
    private final HikariDataSource pool;
    private final Duration timeout;
    private SingleConnectionDataSource open;

    BeatConnection(HikariDataSource pool, Duration timeout) {
        this.pool = pool;
        this.timeout = timeout;
    }

    /** The ledger over an open connection. */
    ReplicaLedger ledger() throws SQLException {
        if (open == null) {
            var connection = DriverManager.getConnection(pool.getJdbcUrl(), properties());
            open = new SingleConnectionDataSource(connection, true);
        }
        return new ReplicaLedger(JdbcClient.create(open));
    }

    /** After a failure: the next beat opens another one. */
    @Override
    public void close() {
        if (open != null) {
            open.destroy();
            open = null;
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        var credentials = pool.getCredentials();
        if (credentials.getUsername() != null) {
            properties.setProperty("user", credentials.getUsername());
        }
        if (credentials.getPassword() != null) {
            properties.setProperty("password", credentials.getPassword());
        }
        var seconds = String.valueOf(Math.max(1, timeout.toSeconds()));
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        return properties;
    }
}
