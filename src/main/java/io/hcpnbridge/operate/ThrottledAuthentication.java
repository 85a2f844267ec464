package io.hcpnbridge.operate;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Looks at a password only when {@link LoginThrottle} admits the caller's address. */
final class ThrottledAuthentication implements AuthenticationProvider {
    private final AuthenticationProvider provider;
    private final LoginThrottle throttle;

    ThrottledAuthentication(AuthenticationProvider provider, LoginThrottle throttle) {
        this.provider = provider;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String address = address(login);
        if (!throttle.admits(address)) {
            throw new LockedException("too many failed logins; wait a minute");
        }
        try {
            Authentication authenticated = provider.authenticate(login);
            throttle.succeeded(address);
            return authenticated;
        } catch (AuthenticationException e) {
            throttle.failed(address);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return provider.supports(type);
    }

    private static String address(Authentication login) {
        return login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
    }
}
