package io.hcpnbridge.secret;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the package says meanwhile. */
final class Log implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.hcpnbridge.secret");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    Log() {
        lines.start();
        logger.addAppender(lines);
    }

    List<String> warnings() {
        return of(Level.WARN);
    }

    List<String> infos() {
        return of(Level.INFO);
    }

    private List<String> of(Level level) {
        return lines.list.stream()
                .filter(line -> line.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
    }
}
