package io.hcpnbridge.intake;

import java.io.IOException;

/** The download ended early or the file changed meanwhile; it stays where it is and is tried again with the next poll. */
public class IncompleteFileException extends IOException {
    private static final long serialVersionUID = 1L;

    IncompleteFileException(long expected, long received) {
        super("The SFTP server announced " + expected + " bytes and sent " + received);
    }
}
