package io.hcpnbridge.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** No text from outside begins a line of its own, whichever appender writes it. */
class LogLinesTest {
    private static final String FORGED = "2026-01-01T00:00:00.000Z ERROR forged";

    @ParameterizedTest
    @ValueSource(strings = {"console", "file"})
    void aLineBreakInAMessageBeginsNoLine(String appender) throws Exception {
        var lines = lines(appender, "name\r\n" + FORGED + "\u001b[31m", null, Map.of());

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).contains("name | " + FORGED + "?[31m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "file"})
    void aLineBreakInAnExceptionBeginsNoLineAndItsStackIsThere(String appender) throws Exception {
        var failure =
                new IllegalStateException("outer\n" + FORGED, new IllegalArgumentException("in\r" + FORGED + "\u0007"));

        var lines = lines(appender, "failed", failure, Map.of());

        assertThat(lines).noneMatch(line -> line.startsWith("2026-01-01"));
        assertThat(lines).anyMatch(line -> line.contains("outer | " + FORGED));
        assertThat(lines).anyMatch(line -> line.startsWith("Caused by: ") && line.endsWith("in | " + FORGED));
        assertThat(lines).anyMatch(line -> line.startsWith("\tat io.hcpnbridge.log.LogLinesTest"));
    }

    @Test
    void aLineAboutADocumentSaysWhoseAndWhichItIs() throws Exception {
        var about = Map.of("tenant", "acme", "interface", "orders.renew", "document", "RN\n1");

        assertThat(lines("console", "done", null, about))
                .singleElement()
                .asString()
                .endsWith(": acme/orders.renew/RN | 1 done");
        assertThat(lines("console", "done", null, Map.of("tenant", "acme")))
                .singleElement()
                .asString()
                .endsWith(": done");
    }

    @Test
    void whatWasKnownBeforeIsKnownAgainAtTheEnd() {
        try (var outer = LogContext.open()) {
            outer.tenant("acme").batch(1);
            try (var inner = LogContext.open()) {
                inner.tenant("other").record(2).interfaceName("i").document("d");
                LogContext.addAttempt(3);
                assertThat(MDC.getCopyOfContextMap())
                        .isEqualTo(Map.of(
                                "tenant",
                                "other",
                                "batch",
                                "1",
                                "record",
                                "2",
                                "attempt",
                                "3",
                                "interface",
                                "i",
                                "document",
                                "d"));
            }
            assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("tenant", "acme", "batch", "1"));
        }
        assertThat(MDC.get("tenant")).isNull();
    }

    private static List<String> lines(String appender, String message, Throwable failure, Map<String, String> about)
            throws Exception {
        var context = new LoggerContext();
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setPattern(pattern(appender));
        layout.start();
        var event = new LoggingEvent("", context.getLogger("x"), Level.INFO, message, failure, null);
        event.setMDCPropertyMap(about);
        return layout.doLayout(event).lines().filter(line -> !line.isEmpty()).toList();
    }

    private static String pattern(String appender) throws Exception {
        PropertySource<?> shipped = new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .get(0);
        return String.valueOf(shipped.getProperty("logging.pattern." + appender));
    }
}
