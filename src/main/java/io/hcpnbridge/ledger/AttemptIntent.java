package io.hcpnbridge.ledger;

/**
 * A call as it is about to be sent.
 *
 * @param endpoint method and path, without query
 * @param write whether it changes something at the partner
 * @param repeatable whether the same once more changes nothing more; then the record is never in doubt for it
 * @param bodyHash hex SHA-256 of the exact body bytes
 * @param sent what is kept of it; null if nothing is
 */
public record AttemptIntent(
        String api,
        String endpoint,
        String generation,
        boolean write,
        boolean repeatable,
        String bodyHash,
        KeptMessage sent) {
    /** Nothing is kept of it but that it was sent. */
    public AttemptIntent(
            String api, String endpoint, String generation, boolean write, boolean repeatable, String bodyHash) {
        this(api, endpoint, generation, write, repeatable, bodyHash, null);
    }
}
