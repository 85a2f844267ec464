package io.hcpnbridge.operate.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.lang.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * A sign-on under way, in a cookie of the browser that began it: a stranger gets no session. It is read as three tokens and nothing else; the rest
 * of the request is known here.
 */
final class PendingSignOn implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String COOKIE = "SIGN-ON";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String TOKEN = "([A-Za-z0-9_=-]{20,200})";
    private static final Pattern TOKENS = Pattern.compile(TOKEN + "\\." + TOKEN + "\\." + TOKEN);

    private final IdentityProvider provider;
    private final boolean secure;

    /** @param secure whether browsers come by TLS */
    PendingSignOn(IdentityProvider provider, boolean secure) {
        this.provider = provider;
        this.secure = secure;
    }

    @Override
    @Nullable
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        var tokens = TOKENS.matcher(cookie == null ? "" : cookie.getValue());
        return tokens.matches() ? restored(tokens.group(1), tokens.group(2), tokens.group(3)) : null;
    }

    private OAuth2AuthorizationRequest restored(String state, String nonce, String verifier) {
        var registration = provider.registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(state)
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        IdentityProvider.ID,
                        OidcParameterNames.NONCE,
                        nonce,
                        PkceParameterNames.CODE_VERIFIER,
                        verifier))
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            tell("", Duration.ZERO, request, response);
            return;
        }
        var tokens = String.join(
                ".",
                begun.getState(),
                begun.<String>getAttribute(OidcParameterNames.NONCE),
                begun.<String>getAttribute(PkceParameterNames.CODE_VERIFIER));
        tell(tokens, LONGEST, request, response);
    }

    @Override
    @Nullable
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var begun = loadAuthorizationRequest(request);
        tell("", Duration.ZERO, request, response);
        return begun;
    }

    /** Comes along when the provider sends the browser back, which a strict cookie does not. */
    private void tell(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + "/login/oauth2")
                .maxAge(age)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
