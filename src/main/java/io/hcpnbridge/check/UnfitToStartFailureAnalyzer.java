package io.hcpnbridge.check;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Each problem of mappings and routes in one line, instead of a stack trace. */
final class UnfitToStartFailureAnalyzer extends AbstractFailureAnalyzer<UnfitToStartException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, UnfitToStartException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct the files that bridge.mappings and bridge.routes find.", cause);
    }
}
