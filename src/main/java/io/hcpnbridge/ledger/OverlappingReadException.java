package io.hcpnbridge.ledger;

/** Another record finished reading the same list after this one had begun: whose rows are the newer ones, nobody can tell. */
public final class OverlappingReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverlappingReadException() {
        super("Another record of the same scope finished while this one was reading");
    }
}
