package io.hcpnbridge.operate.signon;

import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.operate.LoginNames;
import io.hcpnbridge.operate.WayIn;
import io.hcpnbridge.secret.SecretWatch;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The way in by an identity provider, if there is one. None of its parts waits for that for longer than some seconds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcProperties.class)
class SignOnConfiguration {
    private static final String ISSUER = "desk.oidc.issuer";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    static SettingsRule identityProviderRule() {
        return (settings, faults) -> settings.group(OidcProperties.class)
                .ifPresent(written -> faults.keep(() -> written.secret().read()));
    }

    @Bean
    @ConditionalOnProperty(ISSUER)
    WayIn signOn(
            OidcProperties settings,
            SecretWatch secrets,
            LoginNames logins,
            ClientHttpRequestFactory identityProviderRequests) {
        var http = RestClient.builder().requestFactory(identityProviderRequests).build();
        var provider = new IdentityProvider(settings, secrets.keep(settings.secret()), http, Clock.systemUTC());
        var people = new EntitledPeople(claims(identityProviderRequests), settings, logins);
        return new SignOn(settings, provider, people, http);
    }

    /** Asks the provider for more than the token says, where it has an address for that. */
    private static OidcUserService claims(ClientHttpRequestFactory requests) {
        var template = new RestTemplate(requests);
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var asked = new DefaultOAuth2UserService();
        asked.setRestOperations(template);
        var service = new OidcUserService();
        service.setOauth2UserService(asked);
        return service;
    }

    /** As Spring's own factory makes them, one for each set of keys, but with patience that ends; with asymmetric signatures only. */
    @Bean
    @ConditionalOnProperty(ISSUER)
    JwtDecoderFactory<ClientRegistration> idTokenDecoders(ClientHttpRequestFactory identityProviderRequests) {
        var keys = new RestTemplate(identityProviderRequests);
        var decoders = new ConcurrentHashMap<String, JwtDecoder>();
        return registration -> decoders.computeIfAbsent(
                registration.getProviderDetails().getJwkSetUri(), address -> decoder(address, keys, registration));
    }

    private static JwtDecoder decoder(String keySet, RestTemplate keys, ClientRegistration registration) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(keySet)
                .restOperations(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.PS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(registration))));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    @Bean
    @ConditionalOnProperty(ISSUER)
    ClientHttpRequestFactory identityProviderRequests() {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }
}
