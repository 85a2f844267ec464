package io.hcpnbridge.operate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jolokia.json.JSONWriter;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells Hawtio who is logged in. With its own login switched off Hawtio itself answers "public" here, and then shows
 * neither a name nor a way to log out.
 */
final class HawtioUserFilter extends OncePerRequestFilter {
    private static final RequestMatcher WHO =
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/hawtio/user");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRemoteUser() == null || !WHO.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        JSONWriter.serialize(request.getRemoteUser(), response.getWriter());
    }
}
