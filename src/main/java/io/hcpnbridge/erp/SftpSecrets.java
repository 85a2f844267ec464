package io.hcpnbridge.erp;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.spi.EndpointStrategy;
import org.springframework.stereotype.Component;

/**
 * Gives the SFTP endpoints of {@code routes/} their password behind their URIs' back: a URI is shown in Hawtio, JMX and logs.
 */
@Component
public class SftpSecrets implements EndpointStrategy {
    private final ErpProperties.Sftp sftp;

    SftpSecrets(ErpProperties erp) {
        this.sftp = erp.sftp();
    }

    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        if (endpoint instanceof SftpEndpoint ours
                && sftp.host().equals(ours.getConfiguration().getHost())
                && sftp.port() == ours.getConfiguration().getPort()) {
            ours.getConfiguration().setPassword(password());
        }
        return endpoint;
    }

    private String password() {
        return sftp.passwordFile() == null ? sftp.password() : read(sftp.passwordFile());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new InvalidConfigurationException(
                    "erp.sftp.password-file", "names " + file + ", which cannot be read");
        }
    }
}
