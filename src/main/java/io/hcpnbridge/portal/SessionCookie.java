package io.hcpnbridge.portal;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import java.util.stream.Stream;

/** By which a browser is known that has followed a link. It comes along when the partner sends the browser back, but not with posts of others. */
final class SessionCookie {
    private static final String NAME = "sign-on";

    private SessionCookie() {}

    static String of(Token session, PortalProperties settings) {
        return text(session.text(), settings.sessionTime().toSeconds(), settings);
    }

    static String gone(PortalProperties settings) {
        return text("", 0, settings);
    }

    static Optional<Token> shown(Cookie... cookies) {
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().endsWith(NAME))
                        .map(Cookie::getValue)
                        .findFirst()
                        .flatMap(Token::shown);
    }

    /** The prefix keeps other hosts of the domain from setting it. */
    private static String text(String value, long seconds, PortalProperties settings) {
        var secure = settings.publicAddress().startsWith("https:");
        return (secure ? "__Host-" : "") + NAME + "=" + value + "; Path=/; Max-Age=" + seconds
                + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }
}
