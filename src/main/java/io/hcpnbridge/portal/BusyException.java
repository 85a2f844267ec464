package io.hcpnbridge.portal;

/** More come than can be let on at the moment. */
final class BusyException extends Exception {
    private static final long serialVersionUID = 1L;

    BusyException() {
        super("so many are let on in a second, and they have been");
    }
}
