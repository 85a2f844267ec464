package io.hcpnbridge.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    private <T> T hear(Class<T> type, T asked) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        var result = method.invoke(asked, arguments);
                        if (asked instanceof PreparedStatement statement
                                && method.getName().startsWith("execute")) {
                            for (var plan = statement.getWarnings(); plan != null; plan = plan.getNextWarning()) {
                                told.add(plan.getMessage());
                            }
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
