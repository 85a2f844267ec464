package io.hcpnbridge.mapping;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns the stack trace of a mapping that does not compile into its one line. */
public final class MappingFailureAnalyzer extends AbstractFailureAnalyzer<MappingException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MappingException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct the file, or point bridge.mappings to a folder of mappings.", cause);
    }
}
