package io.hcpnbridge.erp.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.IOException;

/** The SFTP server has answered that it does not do what it was asked; the connection goes on. */
public final class ServerRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    ServerRefusal(String action, SftpException answer) {
        super(action + ": " + text(answer));
        this.status = answer.id;
    }

    ServerRefusal(String sentence) {
        super(sentence);
        this.status = ChannelSftp.SSH_FX_FAILURE;
    }

    /** Whether there is no such file or folder. */
    public boolean isMissing() {
        return status == ChannelSftp.SSH_FX_NO_SUCH_FILE;
    }

    private static String text(SftpException answer) {
        return switch (answer.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> "no such file or folder";
            case ChannelSftp.SSH_FX_PERMISSION_DENIED -> "permission denied";
            default -> "refused by the server (" + answer.id + ")";
        };
    }
}
