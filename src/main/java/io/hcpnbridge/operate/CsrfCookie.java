package io.hcpnbridge.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.WebUtils;

/** Tells the session's token to Hawtio's scripts, which look for it in a cookie. Nobody believes what comes back in it. */
final class CsrfCookie {
    private static final String NAME = "XSRF-TOKEN";

    private CsrfCookie() {}

    /** Sets the cookie if the browser has not got the right one; nothing without a session. */
    static void tell(HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null
                && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                && !isTold(request, token)) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookie(request, token.getToken()).toString());
        }
    }

    private static boolean isTold(HttpServletRequest request, CsrfToken token) {
        var told = WebUtils.getCookie(request, NAME);
        return told != null && told.getValue().equals(token.getToken());
    }

    private static ResponseCookie cookie(HttpServletRequest request, String value) {
        var session = request.getServletContext().getSessionCookieConfig();
        return ResponseCookie.from(NAME, value)
                .path(request.getContextPath() + "/")
                .secure(session.isSecure() || request.isSecure())
                .sameSite("Strict")
                .build();
    }
}
