package io.hcpnbridge.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the adapter does not start, one line of the log for each reason, in place of Spring Boot's own block of lines. */
final class StartFailureReporter implements FailureAnalysisReporter {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailureReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        LOG.error("APPLICATION FAILED TO START");
        analysis.getDescription().lines().filter(line -> !line.isBlank()).forEach(reason -> LOG.error("{}", reason));
        if (analysis.getAction() != null) {
            LOG.error("{}", analysis.getAction());
        }
        LOG.debug("The start failed", analysis.getCause());
    }
}
