package io.hcpnbridge.ledger;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A ledger's database that is not configured, not there or not open to the adapter, in one line. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseFailureAnalyzer implements FailureAnalyzer {
    private static final String NO_URL = "Failed to determine a suitable driver class";

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var line = line(cause);
            if (line != null) {
                return new FailureAnalysis(line, null, cause);
            }
        }
        return null;
    }

    private static String line(Throwable cause) {
        if (cause.getMessage() != null && cause.getMessage().startsWith(NO_URL)) {
            return LedgerRule.URL + " " + LedgerRule.NO_URL;
        }
        if (!(cause instanceof SQLException failed) || failed.getSQLState() == null) {
            return null;
        }
        var reason = failed.getMessage().lines().findFirst().orElse("");
        return switch (failed.getSQLState().substring(0, 2)) {
            case "08" -> "spring.datasource.url: the database cannot be reached: " + reason;
            case "3D" -> "spring.datasource.url: there is no such database: " + reason;
            case "28" ->
                "spring.datasource.username and password (or ledger.password-file): the database does not let the adapter in: "
                        + reason;
            default -> null;
        };
    }
}
