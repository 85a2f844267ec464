package io.hcpnbridge.operate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that have been open for long enough, as a page of Hawtio keeps its own busy, and those that were begun with a
 * password that is no longer valid: whoever should be kept out by the new one is.
 */
final class SessionEndFilter extends OncePerRequestFilter {
    private final Duration longest;
    private final Clock clock;

    SessionEndFilter(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        if (hasOldPassword(somebody) || isOpenForLong(request)) {
            new SecurityContextLogoutHandler().logout(request, response, somebody);
        }
        chain.doFilter(request, response);
    }

    private static boolean hasOldPassword(Authentication somebody) {
        return somebody != null && somebody.getPrincipal() instanceof LoggedIn user && user.isOver();
    }

    private boolean isOpenForLong(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime()).plus(longest).isBefore(clock.instant());
    }
}
