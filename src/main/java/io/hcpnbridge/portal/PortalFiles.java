package io.hcpnbridge.portal;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.saml.ServiceProvider;
import io.hcpnbridge.saml.SigningKey;
import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;
import io.hcpnbridge.secret.SecretWatch;
import java.nio.file.Path;
import java.util.ArrayList;

/** What the settings name by files. */
final class PortalFiles {
    private static final String PREFIX = "sign-on.";
    private static final SecretRule PEM =
            SecretRule.matching("[\\x20-\\x7e\\r\\n]{1,16384}", "is no PEM, or longer than 16384 characters");
    private static final SecretRule XML = SecretRule.matching("(?s).{1,2097152}", "is longer than 2 MB");

    private PortalFiles() {}

    /** The key in use; it changes with its files. */
    static Current<SigningKey> key(SecretWatch watch, PortalProperties settings) {
        var files = new ArrayList<SecretSetting>();
        files.add(file("key-file", settings.keyFile(), PEM));
        files.add(file("certificate-file", settings.certificateFile(), PEM));
        if (settings.otherCertificateFile() != null) {
            files.add(file("other-certificate-file", settings.otherCertificateFile(), PEM));
        }
        return watch.keep(
                files,
                read -> SigningKey.read(
                        read.get(0).reveal(),
                        read.get(1).reveal(),
                        read.size() < 3 ? null : read.get(2).reveal(),
                        PREFIX));
    }

    /** The partner's metadata; read once. */
    static ServiceProvider partner(PortalProperties settings) {
        var read = file("partner-metadata-file", settings.partnerMetadataFile(), XML)
                .read();
        try {
            return ServiceProvider.of(read.reveal());
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(PREFIX + "partner-metadata-file", e.getMessage());
        }
    }

    private static SecretSetting file(String name, Path file, SecretRule rule) {
        return SecretSetting.ofFile(PREFIX + name, file, rule);
    }
}
