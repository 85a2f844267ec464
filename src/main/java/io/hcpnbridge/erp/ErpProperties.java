package io.hcpnbridge.erp;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * The ERP's side ({@code erp.*}).
 *
 * @param maxFileSize a larger file is refused without being read
 */
@ConfigurationProperties("erp")
public record ErpProperties(Sftp sftp, @DefaultValue("1GB") DataSize maxFileSize) {
    public ErpProperties {
        if (sftp == null) {
            throw new InvalidConfigurationException("erp.sftp.host", "must be set to the ERP's SFTP server");
        }
    }

    /**
     * How the SFTP server is reached ({@code erp.sftp.*}). Its key must be in {@code known-hosts-file}.
     *
     * @param silence without a good poll after which a folder counts as unwatched, and a poll as hung; longer than the largest
     *     file takes
     */
    public record Sftp(
            String host,
            @DefaultValue("22") int port,
            String username,
            String password,
            Path passwordFile,
            Path privateKeyFile,
            Path knownHostsFile,
            @DefaultValue("inbound") String inboundDirectory,
            @DefaultValue("outbound") String outboundDirectory,
            @DefaultValue("10m") Duration silence) {
        public Sftp {
            require(StringUtils.hasText(host), "host", "must be set to the ERP's SFTP server");
            require(
                    host.matches("[A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]+]"),
                    "host",
                    "must be a host name or address, without port or path");
            require(port > 0 && port < 65_536, "port", "must be a port from 1 to 65535");
            require(StringUtils.hasText(username), "username", "must be set to the adapter's SFTP login");
            require(
                    knownHostsFile != null,
                    "known-hosts-file",
                    "must be set to a file with the SFTP server's host key");
            require(
                    StringUtils.hasText(password) || passwordFile != null || privateKeyFile != null,
                    "password",
                    "must be set, or erp.sftp.password-file, or erp.sftp.private-key-file");
            require(silence.toMillis() >= 1_000, "silence", "must be 1s or more");
            requireRelative(inboundDirectory, "inbound-directory");
            requireRelative(outboundDirectory, "outbound-directory");
        }

        SecretSetting passwordSetting() {
            var given = password == null ? null : Secret.of(password);
            return new SecretSetting(
                    "erp.sftp.password", given, "erp.sftp.password-file", passwordFile, SecretRule.LINE);
        }

        SecretSetting privateKeySetting() {
            return SecretSetting.ofFile("erp.sftp.private-key-file", privateKeyFile, SshRules.PRIVATE_KEY);
        }

        SecretSetting knownHostsSetting() {
            return SecretSetting.ofFile("erp.sftp.known-hosts-file", knownHostsFile, SshRules.KNOWN_HOSTS);
        }

        private static void requireRelative(String directory, String name) {
            require(
                    directory.matches("[\\w.-]+(/[\\w.-]+)*") && !directory.contains(".."),
                    name,
                    "must be a folder below the login's home, such as erp/in");
        }

        private static void require(boolean condition, String name, String advice) {
            if (!condition) {
                throw new InvalidConfigurationException("erp.sftp." + name, advice);
            }
        }

        @Override
        public String toString() {
            return username + "@" + host + ":" + port;
        }
    }
}
