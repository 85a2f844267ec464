package io.hcpnbridge.operate.signon;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.WebAddress;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.lang.Nullable;

/**
 * Login with an identity provider ({@code desk.oidc.*}).
 *
 * @param issuer of its tokens, as its discovery document says; null: people log in with the form only
 * @param clientId this adapter's name there
 * @param clientSecret this adapter's password there; none for a public client
 * @param clientSecretFile a file with it
 * @param publicAddress of this server as browsers see it, e.g. {@code https://bridge.example.com}; they come back there
 * @param label of the link on the login page
 * @param scopes that are asked for, {@code openid} among them
 * @param nameClaim whose value is somebody's name in the audit: one that people cannot change themselves
 * @param groupsClaim whose values are somebody's groups; dots lead into objects
 * @param viewers groups whose people are viewers
 * @param operators groups whose people are operators
 * @param administrators groups whose people are administrators
 */
@ConfigurationProperties("desk.oidc")
record OidcProperties(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @Nullable String publicAddress,
        @DefaultValue("Single sign-on") String label,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("sub") String nameClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue({}) List<String> viewers,
        @DefaultValue({}) List<String> operators,
        @DefaultValue({}) List<String> administrators) {
    OidcProperties {
        var faults = new Faults("desk.oidc.");
        if (issuer == null) {
            faults.require(clientId == null, "issuer", "is missing");
        } else {
            faults.require(
                    WebAddress.BASE.matcher(issuer).matches(),
                    "issuer",
                    "must be an address that begins with https://");
            faults.require(clientId != null && !clientId.isBlank(), "client-id", "is missing");
            faults.require(
                    publicAddress != null
                            && WebAddress.ORIGIN.matcher(publicAddress).matches(),
                    "public-address",
                    "must be this server as browsers see it, such as https://bridge.example.com");
            faults.require(scopes.contains("openid"), "scopes", "must hold openid");
            faults.require(
                    Stream.of(viewers, operators, administrators).anyMatch(groups -> !groups.isEmpty()),
                    "operators",
                    "is empty, and so are viewers and administrators: nobody could enter");
        }
        faults.throwAny();
    }

    SecretSetting secret() {
        return new SecretSetting(
                "desk.oidc.client-secret",
                clientSecret == null ? null : Secret.of(clientSecret),
                "desk.oidc.client-secret-file",
                clientSecretFile,
                SecretRule.PRINTABLE);
    }

    /** Without the secret: this may end up in a log. */
    @Override
    public String toString() {
        return "OidcProperties[issuer=" + issuer + "]";
    }
}
