package io.hcpnbridge.erp.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import io.hcpnbridge.erp.ErpProperties;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.springframework.stereotype.Component;

/** Logs in to the ERP's SFTP server with what camel-ftp knows of it: host key, password or key, timeouts. */
@Component
class SftpLogin {
    /** For a key, by dialogue, by password: a wrong password soon locks a login. */
    private static final String TRIES = "3";

    private static final int MILLISECONDS_UNTIL_A_SIGN_OF_LIFE = 15_000;

    private final CamelContext camel;
    private final ErpProperties.Sftp sftp;
    private final int timeout;

    SftpLogin(CamelContext camel, ErpProperties erp) {
        this.camel = camel;
        this.sftp = erp.sftp();
        this.timeout = sftp.connectTimeout();
    }

    /** Opens a connection. */
    ChannelSftp open() throws JSchException {
        var session = new Operations().session(endpoint());
        if (sftp.legacyAlgorithms()) {
            LegacyAlgorithms.allow(session);
        }
        try {
            session.setDaemonThread(true);
            session.setConfig("MaxAuthTries", TRIES);
            session.connect(timeout);
            var channel = (ChannelSftp) session.openChannel("sftp");
            channel.setFilenameEncoding(StandardCharsets.ISO_8859_1);
            channel.connect(timeout);
            return channel;
        } catch (JSchException | RuntimeException e) {
            session.disconnect();
            throw e;
        }
    }

    private SftpEndpoint endpoint() {
        var uri = "sftp:" + sftp.host() + ":" + sftp.port() + "/?username=RAW(" + sftp.username() + ")"
                + "&strictHostKeyChecking=yes&useUserKnownHostsFile=false&connectTimeout=" + timeout + "&soTimeout="
                + timeout + "&serverAliveInterval=" + MILLISECONDS_UNTIL_A_SIGN_OF_LIFE;
        return camel.getEndpoint(uri, SftpEndpoint.class);
    }

    /** Lets the session be had. */
    private static final class Operations extends SftpOperations {
        Session session(SftpEndpoint endpoint) throws JSchException {
            setEndpoint(endpoint);
            return createSession(endpoint.getConfiguration());
        }
    }
}
