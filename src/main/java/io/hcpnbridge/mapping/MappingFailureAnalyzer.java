package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.problem.MappingException;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns the stack trace of mappings that do not compile into one line for each mistake. */
public final class MappingFailureAnalyzer extends AbstractFailureAnalyzer<MappingException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MappingException cause) {
        return new FailureAnalysis(
                cause.all().stream().map(Throwable::getMessage).collect(Collectors.joining("\n")),
                "Correct the file, or point bridge.mappings to folders of mappings.",
                cause);
    }
}
