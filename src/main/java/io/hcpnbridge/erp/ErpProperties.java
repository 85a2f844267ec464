package io.hcpnbridge.erp;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * The ERP's side ({@code erp.*}).
 *
 * @param maxFileSize a larger file is refused without being read
 * @param spoolDirectory where a folder of the adapter's own is made for what is being taken in
 * @param language in which a text is for whom no tenant says it
 * @param tenants folders and queues of their own, by tenant
 */
@ConfigurationProperties("erp")
public record ErpProperties(
        @DefaultValue Sftp sftp,
        @DefaultValue("1GB") DataSize maxFileSize,
        Path spoolDirectory,
        @DefaultValue("en") String language,
        @DefaultValue Map<String, TenantPlaces> tenants) {
    public ErpProperties {
        spoolDirectory = spoolDirectory == null ? Path.of(System.getProperty("java.io.tmpdir")) : spoolDirectory;
        tenants = Collections.unmodifiableMap(new TreeMap<>(tenants));
        var faults = new Faults();
        faults.require(language.equals("en") || language.equals("zh"), "erp.language", "must be en or zh");
        tenants.forEach((name, places) -> places.check("erp.tenants." + name, faults));
        FolderRules.requireApart(sftp, tenants, faults);
        faults.throwAny();
    }

    /**
     * How the SFTP server is reached ({@code erp.sftp.*}). Its key must be in {@code known-hosts-file}.
     *
     * @param pollInterval milliseconds between looks for new files
     * @param connectTimeout milliseconds for connecting and for each reply
     * @param silence without any progress, after which a folder counts as unwatched and a connection as hung
     * @param workConnections how many connections fetch files and put them aside; one more looks, one more delivers
     * @param nameCharset in which the server's file names are
     * @param patience how long a file without its end waits for the rest before it is refused
     * @param legacyAlgorithms whether algorithms that only old servers need are used as well
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
            @DefaultValue("3000") int pollInterval,
            @DefaultValue("10000") int connectTimeout,
            @DefaultValue("2m") Duration silence,
            @DefaultValue("2") int workConnections,
            @DefaultValue("UTF-8") Charset nameCharset,
            @DefaultValue("1m") Duration patience,
            @DefaultValue("false") boolean legacyAlgorithms) {
        public Sftp {
            var faults = new Faults("erp.sftp.");
            faults.require(StringUtils.hasText(host), "host", "must be set to the ERP's SFTP server");
            faults.require(
                    !StringUtils.hasText(host) || host.matches("[A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]+]"),
                    "host",
                    "must be a host name or address, without port or path");
            faults.require(port > 0 && port < 65_536, "port", "must be a port from 1 to 65535");
            faults.require(StringUtils.hasText(username), "username", "must be set to the adapter's SFTP login");
            faults.require(
                    knownHostsFile != null,
                    "known-hosts-file",
                    "must be set to a file with the SFTP server's host key");
            faults.require(
                    StringUtils.hasText(password) || passwordFile != null || privateKeyFile != null,
                    "password",
                    "must be set, or erp.sftp.password-file, or erp.sftp.private-key-file");
            faults.require(silence.toMillis() >= 1_000, "silence", "must be 1s or more");
            faults.require(!patience.isNegative(), "patience", "must be 0s or more");
            faults.require(workConnections > 0 && workConnections <= 16, "work-connections", "must be from 1 to 16");
            faults.require(
                    "a/.".equals(new String("a/.".getBytes(StandardCharsets.US_ASCII), nameCharset))
                            && nameCharset.canEncode(),
                    "name-charset",
                    "must be a charset that has ASCII in it, such as UTF-8 or GBK");
            faults.require(pollInterval > 0, "poll-interval", "must be 1 or more");
            faults.require(connectTimeout > 0, "connect-timeout", "must be 1 or more");
            FolderRules.requireRelative(inboundDirectory, "inbound-directory", faults);
            FolderRules.requireRelative(outboundDirectory, "outbound-directory", faults);
            faults.require(
                    FolderRules.areApart(inboundDirectory, outboundDirectory),
                    "outbound-directory",
                    "must be apart from erp.sftp.inbound-directory: neither in it nor around it");
            faults.throwAny();
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

        @Override
        public String toString() {
            return username + "@" + host + ":" + port;
        }
    }
}
