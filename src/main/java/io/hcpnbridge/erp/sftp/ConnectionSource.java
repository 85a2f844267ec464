package io.hcpnbridge.erp.sftp;

import com.jcraft.jsch.JSchException;
import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.erp.SftpSecrets;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Opens connections; a login that is refused is tried ever more rarely, until its password or keys change. */
@Component
class ConnectionSource {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private record Pause(String sentence, Duration length, Instant until, int secrets) {}

    private final SftpLogin login;
    private final SftpTroubles troubles;
    private final SftpSecrets secrets;
    private final String username;
    private final Clock clock = Clock.systemUTC();
    private Pause pause;

    ConnectionSource(SftpLogin login, SftpTroubles troubles, SftpSecrets secrets, ErpProperties erp) {
        this.login = login;
        this.troubles = troubles;
        this.secrets = secrets;
        this.username = erp.sftp().username();
    }

    /** Opens a connection; one at a time, so that a wrong password is tried once. */
    synchronized ErpConnection open() throws IOException {
        if (pause != null
                && pause.secrets() == secrets.version()
                && clock.instant().isBefore(pause.until())) {
            throw new ServerTrouble(pause.sentence(), null);
        }
        var version = secrets.version();
        try {
            var connection = new ErpConnection(login.open());
            pause = null;
            troubles.clearServer();
            return connection;
        } catch (JSchException e) {
            var sentence = LoginFailure.sentence(e, username);
            pause = LoginFailure.isLasting(e) ? longer(sentence, version) : null;
            troubles.noteServer(sentence);
            throw new ServerTrouble(sentence, e);
        }
    }

    private Pause longer(String sentence, int version) {
        var length = pause == null || pause.secrets() != version
                ? FIRST_PAUSE
                : pause.length().multipliedBy(2);
        var bounded = length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
        return new Pause(sentence, bounded, clock.instant().plus(bounded), version);
    }

    void broke(ServerTrouble trouble) {
        troubles.noteServer(trouble.getMessage());
    }

    void hung(Duration silence) {
        troubles.noteServer("has not answered for " + silence + "; the connection is closed");
    }
}
