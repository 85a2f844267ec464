package io.hcpnbridge.operate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What Kubernetes asks without a login: whether the process lives and whether it is ready. Exactly these two addresses as
 * they were sent, character by character, and only to be read.
 */
final class Probes implements RequestMatcher {
    private static final Set<String> PATHS = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    @Override
    public boolean matches(HttpServletRequest request) {
        return isRead(request) && PATHS.contains(request.getRequestURI());
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }
}
