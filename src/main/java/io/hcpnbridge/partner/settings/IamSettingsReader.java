package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;
import io.hcpnbridge.secret.SecretWatch;
import java.time.Duration;
import java.util.regex.Pattern;

/** Checks what one tenant's settings say about customers' credentials. */
final class IamSettingsReader {
    /** What IAM allows for temporary keys (IAM API, securitytokens: duration_seconds). */
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,64}");

    private final String prefix;
    private final PartnerProperties.Tenant tenant;
    private final SecretWatch secrets;

    IamSettingsReader(String prefix, PartnerProperties.Tenant tenant, SecretWatch secrets) {
        this.prefix = prefix;
        this.tenant = tenant;
        this.secrets = secrets;
    }

    static Duration duration(Duration value) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new InvalidConfigurationException("partner.temporary-keys-duration", "must be between 15m and 24h");
        }
        return Duration.ofSeconds(value.toSeconds());
    }

    /** @param platformId names the agency if nothing else does; null when not set */
    IamSettings read(String platformId) {
        var faults = new Faults();
        var own = faults.keep(() -> name("agency-name", tenant.agencyName()));
        var agency = own == null ? platformId : own;
        CustomerAccess access = tenant.customerAccess();
        if (access != null
                && access != CustomerAccess.CONFIGURED
                && faults.all().isEmpty()) {
            faults.require(
                    agency != null,
                    prefix + ".agency-name",
                    "(or platform-id) is missing, but customer-access is " + access.text());
        }
        var user = access == CustomerAccess.TOKEN ? user(faults) : null;
        faults.throwAny();
        return new IamSettings(access == null ? CustomerAccess.TEMPORARY_KEYS : access, agency, user);
    }

    private IamSettings.User user(Faults faults) {
        return new IamSettings.User(
                faults.keep(() -> required("iam-domain-name", tenant.iamDomainName())),
                faults.keep(() -> required("iam-user", tenant.iamUser())),
                faults.keep(() -> secrets.keep(SecretSetting.of(
                                prefix + ".iam-password",
                                tenant.iamPassword(),
                                tenant.iamPasswordFile(),
                                SecretRule.PRINTABLE)
                        .required())));
    }

    private String required(String setting, String value) {
        String name = name(setting, value);
        if (name == null) {
            throw new InvalidConfigurationException(prefix + "." + setting, "is missing, but customer-access is token");
        }
        return name;
    }

    private String name(String setting, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String name = value.strip();
        if (!NAME.matcher(name).matches()) {
            throw new InvalidConfigurationException(
                    prefix + "." + setting, "must be up to 64 characters, none of them a control character");
        }
        return name;
    }
}
