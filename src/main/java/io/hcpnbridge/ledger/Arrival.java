package io.hcpnbridge.ledger;

/**
 * How a batch came, and with it where its answer goes.
 *
 * @param channel {@code file} or {@code queue}
 * @param owner the tenant whose own folder or queue it came by; null: one that tenants share
 * @param name file name, or id of the message
 * @param replyTo queue the message wants its answer in; null: the owner's
 * @param correlationId what the reply carries to be recognised; null for files
 * @param traceParent the trace it belongs to (W3C Trace Context), which the reply carries on; null: none
 */
public record Arrival(
        String channel, String owner, String name, String replyTo, String correlationId, String traceParent) {
    public static final String FILE = "file";
    public static final String QUEUE = "queue";

    /** A file of that name. */
    public static Arrival ofFile(String owner, String name) {
        return new Arrival(FILE, owner, name, null, null, null);
    }
}
