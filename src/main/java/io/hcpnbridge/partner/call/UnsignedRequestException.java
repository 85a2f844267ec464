package io.hcpnbridge.partner.call;

/** A request arrived at the wire without the signature that belongs to it; it does not leave. */
final class UnsignedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsignedRequestException() {
        super("The call is not signed, or for another method");
    }
}
