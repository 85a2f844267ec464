package io.hcpnbridge.rehearsal;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The end of the embedded run, by itself, Ctrl-C or SIGTERM: first the adapter, then what it works with. Without a word: whoever
 * is cut off in the middle of a sample would only complain.
 */
final class OrderlyEnd extends Thread {
    private volatile ConfigurableApplicationContext adapter;
    private volatile Surroundings surroundings;

    void adapter(ConfigurableApplicationContext begun) {
        adapter = begun;
    }

    void surroundings(Surroundings begun) {
        surroundings = begun;
    }

    @Override
    public void run() {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        try {
            // One that is still starting cannot be closed; it has nothing under way.
            if (adapter != null && adapter.isRunning()) {
                adapter.close();
            }
            if (surroundings != null) {
                surroundings.close();
            }
        } finally {
            LedgerDatabase.stop();
        }
    }
}
