package io.hcpnbridge.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/** What a browser may load into a page, and who may frame it: nobody, but Hawtio the desk. */
final class ContentPolicy implements HeaderWriter {
    /** Hawtio's own style sheets are inline; everything else comes from this server. */
    private static final String HAWTIO = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String DESK = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /** A form and its colours, and nothing that could look over a shoulder. */
    private static final String LOGIN =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        boolean desk = path.equals("/desk") || path.startsWith("/desk/");
        var elsewhere = path.equals(LoginPage.PATH) ? LOGIN : HAWTIO;
        response.setHeader("Content-Security-Policy", desk ? DESK : elsewhere);
        response.setHeader("X-Frame-Options", desk ? "SAMEORIGIN" : "DENY");
    }
}
