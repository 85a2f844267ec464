package io.hcpnbridge.operate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions that were begun with a password that is no longer valid: whoever should be kept out by the new one is. */
final class OldPasswordFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        if (somebody != null && somebody.getPrincipal() instanceof LoggedIn user && user.isOver()) {
            new SecurityContextLogoutHandler().logout(request, response, somebody);
        }
        chain.doFilter(request, response);
    }
}
