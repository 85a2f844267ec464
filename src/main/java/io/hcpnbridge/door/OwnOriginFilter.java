package io.hcpnbridge.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what another origin sends, whoever is logged in in that browser. */
public final class OwnOriginFilter extends OncePerRequestFilter {
    private final OwnOrigin own;

    public OwnOriginFilter(OwnOrigin own) {
        this.own = own;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (own.isForeign(request)) {
            ShortAnswer.send(
                    response,
                    HttpStatus.FORBIDDEN,
                    "A page of another site sent this. A proxy in front must pass on the header Host as it came.");
            return;
        }
        chain.doFilter(request, response);
    }
}
