package io.hcpnbridge.config;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Settings that cannot be bound (an unknown word, no number), in one line. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        if (findCause(rootFailure, InvalidConfigurationException.class) != null) {
            return null;
        }
        var advice = WrongValue.advice(cause.getTarget().getType().toClass(), cause.getProperty());
        return new FailureAnalysis(cause.getName() + " " + advice, null, cause);
    }
}
