package io.hcpnbridge.operate;

import java.util.function.Predicate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;

/**
 * Looks at a password only when {@link LoginThrottle} admits it. Names are counted apart: whoever tries others, or knows one password,
 * neither keeps this login's owner out nor has more attempts at it.
 */
final class ThrottledAuthentication implements AuthenticationProvider {
    private final AuthenticationProvider provider;
    private final String login;
    private final Predicate<String> isNamed;
    private final LoginThrottle throttle;
    private final KnownBrowsers browsers;

    ThrottledAuthentication(
            AuthenticationProvider provider, LoginSettings login, LoginThrottle throttle, KnownBrowsers browsers) {
        this.provider = provider;
        this.login = login.prefix();
        this.isNamed = login::isNamed;
        this.throttle = throttle;
        this.browsers = browsers;
    }

    boolean isNamed(String name) {
        return isNamed.test(name);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var place = (isNamed.test(attempt.getName()) ? login : "nobody") + " at " + LoginPlace.of(attempt, browsers);
        if (!throttle.admits(place)) {
            throw new LockedException("too many logins at a time; wait a quarter of a minute");
        }
        var authenticated = provider.authenticate(attempt);
        throttle.succeeded(place);
        return authenticated;
    }

    @Override
    public boolean supports(Class<?> type) {
        return provider.supports(type);
    }
}
