package io.hcpnbridge.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Lets Spring Boot print an {@link InvalidConfigurationException} as one line instead of a stack trace. Before all
 * others: where a setting is bound, the framework's own explanation says less.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidConfigurationException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
