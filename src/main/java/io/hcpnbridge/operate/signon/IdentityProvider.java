package io.hcpnbridge.operate.signon;

import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.lang.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;

/**
 * The provider, asked for its addresses when somebody first signs on, so that the adapter starts and works without it
 * (OpenID Connect Discovery 1.0, section 4).
 */
final class IdentityProvider implements ClientRegistrationRepository {
    /** The only one; part of the address that people come back to. */
    static final String ID = "oidc";

    /** As long one that cannot be reached is not asked again. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final OidcProperties settings;
    private final Current<Secret> secret;
    private final RestClient http;
    private final Clock clock;

    private Map<String, Object> found;
    private Instant notBefore = Instant.MIN;

    IdentityProvider(OidcProperties settings, Current<Secret> secret, RestClient http, Clock clock) {
        this.settings = settings;
        this.secret = secret;
        this.http = http;
        this.clock = clock;
    }

    @Override
    @Nullable
    public ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? registration() : null;
    }

    /** @throws ProviderAwayException if it cannot be reached or is not who it should be */
    ClientRegistration registration() {
        var registration = ClientRegistrations.fromOidcConfiguration(addresses())
                .registrationId(ID)
                .clientName(settings.label())
                .clientId(settings.clientId())
                .scope(settings.scopes())
                .redirectUri(settings.publicAddress() + "/login/oauth2/code/" + ID);
        var password = secret.get();
        return password == null
                ? registration
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : registration.clientSecret(password.reveal()).build();
    }

    private synchronized Map<String, Object> addresses() {
        if (found == null) {
            found = discover();
        }
        return found;
    }

    private Map<String, Object> discover() {
        if (clock.instant().isBefore(notBefore)) {
            throw new ProviderAwayException("could not be reached a moment ago", null);
        }
        notBefore = clock.instant().plus(REST);
        var document = document();
        if (!settings.issuer().equals(document.get("issuer"))) {
            throw new ProviderAwayException("names another issuer in its discovery document", null);
        }
        return document;
    }

    private Map<String, Object> document() {
        var address = settings.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration";
        try {
            return http.get().uri(address).retrieve().body(new ParameterizedTypeReference<>() {});
        } catch (RuntimeException e) {
            throw new ProviderAwayException("does not give its discovery document", e);
        }
    }
}
