package io.hcpnbridge.operate.signon;

import io.hcpnbridge.operate.LoginAnswers;
import io.hcpnbridge.operate.LoginPage;
import io.hcpnbridge.operate.WayIn;
import java.time.Clock;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * The authorization code flow (OpenID Connect Core 1.0, section 3.1; PKCE, RFC 7636), begun by a link on the login page; logging out here logs out there
 * (OpenID Connect RP-Initiated Logout 1.0).
 */
final class SignOn implements WayIn {
    private static final String BEGIN = "/oauth2/authorization";
    private static final String SIGNED_OUT = LoginPage.PATH + "?logout";

    private final OidcProperties settings;
    private final IdentityProvider provider;
    private final EntitledPeople people;
    private final RestClient http;

    SignOn(OidcProperties settings, IdentityProvider provider, EntitledPeople people, RestClient http) {
        this.settings = settings;
        this.provider = provider;
        this.people = people;
        this.http = http;
    }

    @Override
    public void open(HttpSecurity chain, LoginAnswers inside) throws Exception {
        var answers = new SignOnAnswers(inside, Clock.systemUTC());
        var pending = new PendingSignOn(provider, settings.publicAddress().startsWith("https:"));
        chain.oauth2Login(login -> login.loginPage(LoginPage.PATH)
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(new NoTokens())
                        .authorizationEndpoint(begin ->
                                begin.authorizationRequestRepository(pending).authorizationRequestResolver(resolver()))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(tokens()))
                        .userInfoEndpoint(users -> users.oidcUserService(people))
                        .successHandler(answers)
                        .failureHandler(answers)
                        .withObjectPostProcessor(telling(answers)))
                .logout(logout -> logout.logoutSuccessHandler(goodbye()));
    }

    @Override
    public String address() {
        return BEGIN + "/" + IdentityProvider.ID;
    }

    @Override
    public String label() {
        return settings.label();
    }

    private OAuth2AuthorizationRequestResolver resolver() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(provider, BEGIN);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(http.mutate()
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> telling(SignOnAnswers answers) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F begin) {
                begin.setAuthenticationFailureHandler(answers);
                return begin;
            }
        };
    }

    private OidcClientInitiatedLogoutSuccessHandler goodbye() {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(provider);
        handler.setPostLogoutRedirectUri(settings.publicAddress() + SIGNED_OUT);
        handler.setDefaultTargetUrl(SIGNED_OUT);
        return handler;
    }
}
