package io.hcpnbridge.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Whether a browser says that a page of another origin sends the request, be it a neighbour below the same domain: its cookies
 * come along. A link that a person follows to a page is no such request; what is no browser says nothing.
 */
public final class OwnOrigin {
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final RequestMatcher notForLinks;

    /** @param notForLinks addresses that do something, or tell something to a script: not even a link leads there */
    public OwnOrigin(RequestMatcher notForLinks) {
        this.notForLinks = notForLinks;
    }

    /** Whether another origin sends it. */
    public boolean isForeign(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !isOwn(origin, request)) {
            return true;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OWN_SITES.contains(site) && !isLink(request);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        if (host == null) {
            return false;
        }
        var own = host.toLowerCase(Locale.ROOT);
        var given = origin.toLowerCase(Locale.ROOT);
        // Behind a proxy that does not say that it speaks TLS, the scheme is not known.
        return given.equals("https://" + own) || !request.isSecure() && given.equals("http://" + own);
    }

    private boolean isLink(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && !notForLinks.matches(request);
    }
}
