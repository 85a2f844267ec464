package io.hcpnbridge.operate;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What nobody gets, logged in or not:
 *
 * <ul>
 *   <li>Hawtio's servlets that call other hosts for the caller or log in past our configuration;
 *   <li>Jolokia requests written into the address: a foreign page could make the operator's browser follow such a link.
 *       Only the bare address may be fetched, as Hawtio does to find Jolokia; requests are posted with the CSRF token.
 * </ul>
 */
final class ClosedPaths implements RequestMatcher {
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    static final RequestMatcher JOLOKIA =
            new OrRequestMatcher(PATHS.matcher("/actuator/jolokia/**"), PATHS.matcher("/actuator/hawtio/jolokia/**"));
    private static final RequestMatcher BARE =
            new OrRequestMatcher(PATHS.matcher("/actuator/jolokia"), PATHS.matcher("/actuator/hawtio/jolokia"));
    private static final RequestMatcher SERVLETS = new OrRequestMatcher(
            PATHS.matcher("/actuator/hawtio/proxy/**"),
            PATHS.matcher("/actuator/hawtio/keycloak/**"),
            PATHS.matcher("/actuator/hawtio/auth/login"));

    @Override
    public boolean matches(HttpServletRequest request) {
        return SERVLETS.matches(request) || (JOLOKIA.matches(request) && !isPosted(request) && !isProbe(request));
    }

    private static boolean isPosted(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod());
    }

    private static boolean isProbe(HttpServletRequest request) {
        return BARE.matches(request) && request.getQueryString() == null;
    }
}
