package io.hcpnbridge.portal;

import io.hcpnbridge.saml.RefusedMessageException;
import io.hcpnbridge.text.Words;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The port's only door: a few addresses, each for one method; everything else is not there. */
final class PortalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PortalServlet.class);
    private static final Pattern LINK = Pattern.compile("/s/([A-Za-z0-9_-]{1,64})");
    private static final Pattern OF_TENANT = Pattern.compile("/saml/([A-Za-z0-9_.-]{1,64})/([a-z.]{1,16})");
    /** More than any notice has; whoever reads it refuses what is longer. */
    private static final int LARGEST_FORM = 20_000;

    private static final Words FOREIGN = new Words(
            "This address is for the partner cloud only. Please go back to where you came from and begin again.",
            "该地址仅供伙伴云使用。请返回原来的页面重新开始。");
    private static final Words BUSY =
            new Words("The service is not available at the moment. Please try again in a minute.", "服务暂时不可用，请稍后再试。");

    private final transient Endpoint link;
    private final transient Map<String, Endpoint> ofTenants;
    private final transient Set<String> tenants;
    private final transient Pages pages;
    private final transient Refusals refusals;
    private final boolean secure;

    /**
     * @param link what is asked for by a link
     * @param ofTenants what can be asked of a tenant, by method and name: {@code GET login}
     * @param secure whether browsers come encrypted
     */
    PortalServlet(
            Endpoint link,
            Map<String, Endpoint> ofTenants,
            Set<String> tenants,
            Pages pages,
            Refusals refusals,
            boolean secure) {
        this.link = link;
        this.ofTenants = Map.copyOf(ofTenants);
        this.tenants = Set.copyOf(tenants);
        this.pages = pages;
        this.refusals = refusals;
        this.secure = secure;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(told(request), response);
    }

    private Told told(HttpServletRequest request) throws IOException {
        var chinese = request.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        var ofLink = LINK.matcher(request.getRequestURI());
        var ofTenant = OF_TENANT.matcher(request.getRequestURI());
        Endpoint endpoint = null;
        Asked asked = null;
        if (ofLink.matches() && request.getMethod().equals("GET")) {
            endpoint = link;
            asked = asked(request, null, ofLink.group(1), chinese);
        } else if (ofTenant.matches() && tenants.contains(ofTenant.group(1))) {
            endpoint = ofTenants.get(request.getMethod() + " " + ofTenant.group(2));
            asked = asked(request, ofTenant.group(1), ofTenant.group(2), chinese);
        }
        if (endpoint == null) {
            return Told.nothing(404);
        }
        try {
            return endpoint.answer(asked);
        } catch (BusyException e) {
            return pages.closed(503, chinese, BUSY).with("Retry-After", "1");
        } catch (RefusedMessageException e) {
            refusals.note(e.rule().name(), e.getMessage());
            return request.getMethod().equals("GET") ? pages.closed(400, chinese, FOREIGN) : Told.nothing(400);
        } catch (DataAccessException | TransactionException e) {
            // That the ledger is away is said once, by the heartbeat.
            return pages.closed(503, chinese, BUSY).with("Retry-After", "60");
        } catch (RuntimeException e) {
            LOG.error("A request at the port for sign-on could not be answered", e);
            return pages.closed(500, chinese, BUSY);
        }
    }

    private static Asked asked(HttpServletRequest request, String tenant, String last, boolean chinese)
            throws IOException {
        return new Asked(
                tenant,
                last,
                request.getMethod().equals("POST") ? form(request) : request.getQueryString(),
                SessionCookie.shown(request.getCookies()),
                chinese);
    }

    /** What was posted, as it stands: that is what may be signed. */
    private static String form(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readNBytes(LARGEST_FORM), StandardCharsets.ISO_8859_1);
    }

    private void write(Told told, HttpServletResponse response) throws IOException {
        response.setStatus(told.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        told.headers().forEach(response::setHeader);
        var body = told.body().getBytes(StandardCharsets.UTF_8);
        if (told.type() != null) {
            response.setContentType(told.type());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
