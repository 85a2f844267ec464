package io.hcpnbridge.erp.sftp;

import java.io.IOException;

/** There is no connection to the SFTP server, or it broke; {@link SftpTroubles} has said why, once. */
public final class ServerTrouble extends IOException {
    private static final long serialVersionUID = 1L;

    ServerTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
