package io.hcpnbridge.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Browsers in which somebody has logged in; a cookie tells them apart. It opens nothing: attempts are only counted by it instead of by
 * the address. A new process knows none.
 */
final class KnownBrowsers {
    static final String COOKIE = "KNOWN-BROWSER";

    private static final int REMEMBERED = 200;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Map<String, Boolean> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized boolean know(String browser) {
        return known.containsKey(browser);
    }

    /** After a login. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getServletContext().getSessionCookieConfig();
        var cookie = ResponseCookie.from(COOKIE, added())
                .path(request.getContextPath() + "/login")
                .maxAge(LONGEST)
                .httpOnly(true)
                .secure(session.isSecure() || request.isSecure())
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private synchronized String added() {
        var browser = UUID.randomUUID().toString();
        known.put(browser, true);
        return browser;
    }
}
