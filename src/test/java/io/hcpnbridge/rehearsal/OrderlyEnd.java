package io.hcpnbridge.rehearsal;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The end of the embedded run, by itself, Ctrl-C or SIGTERM: first the adapter, then the database, which is a process of its own.
 * Without a word: whoever is cut off in the middle of a sample would only complain. What else it works with goes with this
 * process: a server that is closed while its last client still says goodbye complains as well.
 */
final class OrderlyEnd extends Thread {
    private volatile ConfigurableApplicationContext adapter;

    void adapter(ConfigurableApplicationContext begun) {
        adapter = begun;
    }

    @Override
    public void run() {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        try {
            // One that is still starting cannot be closed; it has nothing under way.
            if (adapter != null && adapter.isRunning()) {
                adapter.close();
            }
        } finally {
            LedgerDatabase.stop();
        }
    }
}
