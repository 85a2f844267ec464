package io.hcpnbridge.memory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Ends the process when it has run out of memory, where {@code -XX:+ExitOnOutOfMemoryError} was not given: what is left of it answers
 * probes, and works no more. It hears of it from a thread that ends and from whoever logs it, as libraries catch everything.
 */
public final class MemoryGuard {
    /** As the JVM's own. */
    private static final int EXIT = 3;

    private static final int DEEPEST = 20;

    private MemoryGuard() {}

    /** From now on; after the log was configured. */
    public static void install() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            endIfOutOfMemory(failure);
            LoggerFactory.getLogger(MemoryGuard.class).error("{} ended", thread.getName(), failure);
        });
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.addTurboFilter(new Heard());
        }
    }

    private static void endIfOutOfMemory(Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutOfMemoryError) {
                Runtime.getRuntime().halt(EXIT);
            }
            cause = cause.getCause();
        }
    }

    private static final class Heard extends TurboFilter {
        @Override
        public FilterReply decide(
                Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable failure) {
            endIfOutOfMemory(failure);
            if (parameters != null
                    && parameters.length > 0
                    && parameters[parameters.length - 1] instanceof Throwable last) {
                endIfOutOfMemory(last);
            }
            return FilterReply.NEUTRAL;
        }
    }
}
