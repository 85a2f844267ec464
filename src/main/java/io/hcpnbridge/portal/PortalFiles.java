package io.hcpnbridge.portal;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.saml.ServiceProvider;
import io.hcpnbridge.saml.SigningKey;
import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;
import io.hcpnbridge.secret.SecretWatch;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What the settings name by files. */
final class PortalFiles {
    private static final String PREFIX = "sign-on.";
    private static final SecretRule PEM =
            SecretRule.matching("[\\x20-\\x7e\\r\\n]{1,16384}", "is no PEM, or longer than 16384 characters");

    /** What is wrong with metadata is told by who reads them. */
    private static final SecretRule XML = text -> null;

    private PortalFiles() {}

    /** The key in use; it changes with its files. */
    static Current<SigningKey> key(SecretWatch watch, PortalProperties settings) {
        return watch.keep(
                List.of(
                        file("key-file", settings.keyFile(), PEM),
                        file("certificate-file", settings.certificateFile(), PEM),
                        file("other-certificate-file", settings.otherCertificateFile(), PEM.orNone())),
                read -> SigningKey.read(
                        read.get(0).reveal(),
                        read.get(1).reveal(),
                        read.get(2) == null ? null : read.get(2).reveal(),
                        PREFIX));
    }

    /** What is made of the partner's metadata, anew whenever they change. */
    static <T> Current<T> partner(SecretWatch watch, PortalProperties settings, Function<ServiceProvider, T> make) {
        return watch.keep(
                List.of(file("partner-metadata-file", settings.partnerMetadataFile(), XML)),
                read -> make.apply(partner(read.get(0).reveal())));
    }

    private static ServiceProvider partner(String metadata) {
        try {
            return ServiceProvider.of(metadata);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(PREFIX + "partner-metadata-file", e.getMessage());
        }
    }

    private static SecretSetting file(String name, Path file, SecretRule rule) {
        return SecretSetting.ofFile(PREFIX + name, file, rule);
    }
}
