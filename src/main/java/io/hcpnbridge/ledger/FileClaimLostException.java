package io.hcpnbridge.ledger;

/** This replica stood still for so long that another one has taken the file over; nothing may be written for it. */
public final class FileClaimLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FileClaimLostException(String id) {
        super("another replica has taken " + id + " over");
    }
}
