package io.hcpnbridge.erp;

import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretWatch;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.spi.EndpointStrategy;
import org.springframework.stereotype.Component;

/**
 * Gives the SFTP endpoints of {@code routes/} their password and keys behind their URIs' back: a URI is shown in Hawtio, JMX and
 * logs. Changed ones are used from the next connection on.
 */
@Component
public class SftpSecrets implements EndpointStrategy {
    private final ErpProperties.Sftp sftp;
    private final Current<Secret> password;
    private final Current<Secret> privateKey;
    private final Current<Secret> knownHosts;
    private final AtomicInteger version = new AtomicInteger();
    private final Set<SftpConfiguration> endpoints =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    SftpSecrets(ErpProperties erp, SecretWatch secrets) {
        this.sftp = erp.sftp();
        password = secrets.keep(sftp.passwordSetting());
        privateKey = secrets.keep(sftp.privateKeySetting());
        knownHosts = secrets.keep(sftp.knownHostsSetting());
        password.follow(secret -> tellAll());
        privateKey.follow(secret -> tellAll());
        knownHosts.follow(secret -> tellAll());
    }

    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        if (endpoint instanceof SftpEndpoint ours
                && sftp.host().equals(ours.getConfiguration().getHost())
                && sftp.port() == ours.getConfiguration().getPort()) {
            endpoints.add(ours.getConfiguration());
            tell(ours.getConfiguration());
        }
        return endpoint;
    }

    /** Changes whenever the password or a key does. */
    public int version() {
        return version.get();
    }

    private void tellAll() {
        version.incrementAndGet();
        synchronized (endpoints) {
            endpoints.forEach(this::tell);
        }
    }

    private void tell(SftpConfiguration endpoint) {
        endpoint.setPassword(password.get() == null ? null : password.get().reveal());
        endpoint.setPrivateKey(bytes(privateKey.get()));
        endpoint.setKnownHosts(bytes(knownHosts.get()));
    }

    private static byte[] bytes(Secret secret) {
        return secret == null ? null : SshRules.bytes(secret.reveal());
    }
}
