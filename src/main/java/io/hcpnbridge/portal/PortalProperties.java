package io.hcpnbridge.portal;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.WebAddress;
import io.hcpnbridge.saml.SignedNotice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.lang.Nullable;

/**
 * Sign-on of the ERP's customers ({@code sign-on.*}).
 *
 * @param publicAddress of the port as browsers and the partner see it, without a path; null: there is none of all this
 * @param port that nothing else is served on
 * @param address that it listens on; null for all of this machine's
 * @param keyFile the key that signs assertions, PEM
 * @param certificateFile its certificate, PEM, as uploaded with the metadata
 * @param otherCertificateFile of the key before or after it, PEM; both stand in the metadata. There need not be such a file
 * @param partnerMetadataFile the partner's SAML metadata
 * @param loginAddress where browsers are sent to; null for the site's
 * @param targets pages that a link may lead to, by name
 * @param entityIds of tenants that the partner knows by another name than the address of their metadata
 * @param nameIdFormat kind of the name in assertions
 * @param attributes of assertions: what stands in each, {@code account-id}, {@code user-id}, {@code partner-id}, {@code name}, {@code email} or
 *     {@code mobile}
 * @param linkTime for how long a link can be used
 * @param sessionTime for how long a browser may go on that has followed one
 * @param assertionTime for how long an assertion can be used
 * @param requestAge at which a request of the partner is too old
 * @param clockSkew by how much the partner's clock may differ
 * @param noticeSignature what the partner's signature of a notice is over
 * @param requestsASecond more are turned away; of strangers, and of all others
 */
@ConfigurationProperties("sign-on")
record PortalProperties(
        @Nullable String publicAddress,
        @DefaultValue("8090") int port,
        @Nullable String address,
        @Nullable Path keyFile,
        @Nullable Path certificateFile,
        @Nullable Path otherCertificateFile,
        @Nullable Path partnerMetadataFile,
        @Nullable String loginAddress,
        @DefaultValue Map<String, String> targets,
        @DefaultValue Map<String, String> entityIds,
        @DefaultValue("urn:oasis:names:tc:SAML:2.0:nameid-format:transient") String nameIdFormat,
        @DefaultValue Map<String, String> attributes,
        @DefaultValue("10m") Duration linkTime,
        @DefaultValue("10m") Duration sessionTime,
        @DefaultValue("2m") Duration assertionTime,
        @DefaultValue("5m") Duration requestAge,
        @DefaultValue("1m") Duration clockSkew,
        @DefaultValue("base64") SignedNotice.Covers noticeSignature,
        @DefaultValue("50") int requestsASecond) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    PortalProperties {
        targets = Map.copyOf(targets);
        entityIds = Map.copyOf(entityIds);
        attributes = new LinkedHashMap<>(attributes);
        if (publicAddress != null) {
            var faults = new Faults("sign-on.");
            faults.require(
                    WebAddress.ORIGIN.matcher(publicAddress).matches(),
                    "public-address",
                    "must be the port as browsers see it, such as https://sso.example.com");
            faults.require(keyFile != null, "key-file", "is missing");
            faults.require(certificateFile != null, "certificate-file", "is missing");
            faults.require(partnerMetadataFile != null, "partner-metadata-file", "is missing");
            faults.require(
                    loginAddress == null
                            || WebAddress.PAGE.matcher(loginAddress).matches(),
                    "login-address",
                    "must be an address that begins with https://");
            targets.forEach((name, page) -> {
                faults.require(
                        NAME.matcher(name).matches(), "targets." + name, "has a name of other than a-z, 0-9 and -");
                faults.require(
                        WebAddress.PAGE.matcher(page).matches(),
                        "targets." + name,
                        "must be an address that begins with https://");
            });
            attributes.forEach((name, what) -> faults.require(
                    Personal.NAMES.contains(what), "attributes." + name, "must be one of " + Personal.NAMES));
            for (var time : Map.of("link-time", linkTime, "session-time", sessionTime, "assertion-time", assertionTime)
                    .entrySet()) {
                faults.require(time.getValue().toSeconds() > 0, time.getKey(), "must be 1s or more");
            }
            faults.require(requestsASecond > 0, "requests-a-second", "must be 1 or more");
            faults.throwAny();
        }
    }
}
