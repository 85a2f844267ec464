package io.hcpnbridge.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token belongs to the session, and is kept there: one that a neighbouring site plants as a cookie is worth nothing. Without a
 * session there is none, and none is begun for it.
 */
final class SessionCsrfTokens extends CsrfTokenRequestAttributeHandler implements CsrfTokenRepository {
    /** As Hawtio's scripts send it. */
    private static final String HEADER = "X-XSRF-TOKEN";

    private static final String KEPT = SessionCsrfTokens.class.getName();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(UUID.randomUUID().toString());
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.setAttribute(KEPT, token == null ? null : token.getToken());
        }
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof String kept ? token(kept) : null;
    }

    /** From the header alone: an address or a form can be written by anybody. */
    @Override
    public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return request.getHeader(token.getHeaderName());
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, "_csrf", value);
    }
}
