package io.hcpnbridge.operate;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.util.WebUtils;

/** Where a login comes from: its address, and the browser if one has logged in before. */
final class LoginPlace extends WebAuthenticationDetails {
    private static final long serialVersionUID = 1L;

    private static final int NETWORK_BYTES = 8;

    private final String browser;

    LoginPlace(HttpServletRequest request) {
        super(request);
        browser = Optional.ofNullable(WebUtils.getCookie(request, KnownBrowsers.COOKIE))
                .map(Cookie::getValue)
                .orElse("");
    }

    /** A known browser has a place of its own, so that whoever shares its address cannot keep it out. */
    static String of(Authentication login, KnownBrowsers browsers) {
        if (login.getDetails() instanceof LoginPlace place && browsers.know(place.browser)) {
            return "browser " + place.browser;
        }
        return login.getDetails() instanceof WebAuthenticationDetails details
                ? network(details.getRemoteAddress())
                : "unknown";
    }

    /** One line has as many IPv6 addresses as it likes. */
    private static String network(String address) {
        if (address == null || !address.matches("(?=.*:)[\\p{XDigit}:.]+")) {
            return String.valueOf(address);
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
