package io.hcpnbridge.pull;

/** Pulls of some tenants failed; what is owed is taken in with a later turn. */
final class UnfinishedPullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfinishedPullException(int count, Throwable first) {
        super(count + " pulls failed, the first by " + first.getClass().getSimpleName(), first);
    }
}
