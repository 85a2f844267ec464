package io.hcpnbridge.operate.signon;

import org.springframework.lang.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;

/** Nobody can sign on just now; whoever has a session goes on. */
final class ProviderAwayException extends AuthenticationServiceException {
    private static final long serialVersionUID = 1L;

    ProviderAwayException(String problem, @Nullable Throwable cause) {
        super("The identity provider " + problem, cause);
    }
}
