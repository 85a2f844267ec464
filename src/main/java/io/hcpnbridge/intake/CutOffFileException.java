package io.hcpnbridge.intake;

/** The file has no end yet; it goes back to where the ERP may go on writing it, for {@code erp.sftp.patience}. */
public final class CutOffFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CutOffFileException() {
        super("the file has no end yet");
    }
}
