package io.hcpnbridge.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database of one connection that tells how it has carried out what was asked, if that is wished. */
final class PlansTold extends DelegatingDataSource {
    private final JdbcTemplate jdbc;
    private final List<String> told = new ArrayList<>();

    PlansTold(DataSource connection) {
        super(connection);
        jdbc = new JdbcTemplate(connection);
        jdbc.execute("load 'auto_explain'; set auto_explain.log_analyze = on; set auto_explain.log_buffers = on;"
                + " set auto_explain.log_min_duration = -1; set client_min_messages = log");
    }

    /** The plans of all statements of a piece of work, with what they took. */
    List<String> of(Runnable work) {
        jdbc.execute("set auto_explain.log_min_duration = 0");
        told.clear();
        work.run();
        jdbc.execute("set auto_explain.log_min_duration = -1");
        return List.copyOf(told);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return hear(Connection.class, super.getConnection());
    }

    /** The plan of a query is told with the next statement. */
    private void hearLast(Connection connection) throws SQLException {
        try (var next = connection.createStatement()) {
            next.execute("select 1");
            hearWarnings(next);
        }
    }

    private void hearWarnings(Statement statement) throws SQLException {
        for (var plan = statement.getWarnings(); plan != null; plan = plan.getNextWarning()) {
            told.add(plan.getMessage());
        }
    }

    private <T> T hear(Class<T> type, T asked) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        if (asked instanceof Connection connection
                                && method.getName().equals("rollback")) {
                            hearLast(connection);
                        }
                        var result = method.invoke(asked, arguments);
                        if (asked instanceof Statement statement
                                && method.getName().startsWith("execute")) {
                            hearWarnings(statement);
                        }
                        return result instanceof PreparedStatement statement
                                ? hear(PreparedStatement.class, statement)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
