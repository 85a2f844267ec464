package io.hcpnbridge.log;

import org.slf4j.MDC;

/**
 * What the lines of the log that this thread writes are about (SLF4J's MDC): in the pattern of the console in front of the message, in
 * JSON logs each as a field of its own. Ends with {@link #close}.
 */
public final class LogContext implements AutoCloseable {
    private final String[] before = new String[Field.values().length];

    /** The names of the fields, in lower case. */
    private enum Field {
        TENANT("tenant"),
        INTERFACE("interface"),
        DOCUMENT("document"),
        BATCH("batch"),
        RECORD("record"),
        ATTEMPT("attempt");

        private final String key;

        Field(String key) {
            this.key = key;
        }
    }

    private LogContext() {
        for (Field field : Field.values()) {
            before[field.ordinal()] = MDC.get(field.key);
        }
    }

    /** What was known before is known again at the end. */
    public static LogContext open() {
        return new LogContext();
    }

    public LogContext tenant(String tenant) {
        return put(Field.TENANT, tenant);
    }

    public LogContext interfaceName(String name) {
        return put(Field.INTERFACE, name);
    }

    /** The ERP's number. */
    public LogContext document(String number) {
        return put(Field.DOCUMENT, number);
    }

    /** The ledger's number. */
    public LogContext batch(long id) {
        return put(Field.BATCH, Long.toString(id));
    }

    /** The ledger's number. */
    public LogContext record(long id) {
        return put(Field.RECORD, Long.toString(id));
    }

    /** The ledger's number of the call that follows, in the context that is open in this thread; ends with that. */
    public static void addAttempt(long id) {
        MDC.put(Field.ATTEMPT.key, Long.toString(id));
    }

    @Override
    public void close() {
        for (Field field : Field.values()) {
            put(field, before[field.ordinal()]);
        }
    }

    private LogContext put(Field field, String value) {
        if (value == null || value.isEmpty()) {
            MDC.remove(field.key);
        } else {
            MDC.put(field.key, value);
        }
        return this;
    }
}
