package io.hcpnbridge.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What Kubernetes asks without a login: whether the process lives and whether it is ready. Exactly these addresses, with or without a
 * slash at their end, whatever else the request says, and only to be read; the answer is one word. On the port of their own there
 * is nothing else.
 */
final class ProbeFilter extends OncePerRequestFilter {
    private static final Map<String, String> GROUPS = Map.of(
            "/actuator/health/liveness", "liveness",
            "/actuator/health/liveness/", "liveness",
            "/actuator/health/readiness", "readiness",
            "/actuator/health/readiness/", "readiness");

    private final ObjectProvider<HealthEndpoint> health;
    private final ObjectProvider<HealthEndpointGroups> groups;
    private final IntPredicate isOwnPort;

    ProbeFilter(
            ObjectProvider<HealthEndpoint> health,
            ObjectProvider<HealthEndpointGroups> groups,
            IntPredicate isOwnPort) {
        this.health = health;
        this.groups = groups;
        this.isOwnPort = isOwnPort;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var group = isRead(request) ? Optional.ofNullable(GROUPS.get(path(request))) : Optional.<String>empty();
        if (group.isPresent()) {
            answer(group.get(), response);
        } else if (isOwnPort.test(request.getLocalPort())) {
            ShortAnswer.send(response, HttpStatus.NOT_FOUND, "Only the probes are here.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private void answer(String group, HttpServletResponse response) throws IOException {
        var status = health.getObject().healthForPath(group).getStatus();
        var word = "{\"status\":\"%s\"}".formatted(status.getCode()).getBytes(StandardCharsets.UTF_8);
        response.setStatus(
                groups.getObject().get(group).getHttpCodeStatusMapper().getStatusCode(status));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(word.length);
        response.getOutputStream().write(word);
    }
}
