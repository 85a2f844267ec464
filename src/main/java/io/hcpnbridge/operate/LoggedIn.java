package io.hcpnbridge.operate;

import io.hcpnbridge.secret.Version;
import org.springframework.security.core.userdetails.User;

/** Somebody who logs in, and the password that was valid then. */
final class LoggedIn extends User {
    private static final long serialVersionUID = 1L;

    private final transient Version<String> hash;

    LoggedIn(String name, Role role, Version<String> hash) {
        super(name, hash.value(), role.authorities());
        this.hash = hash;
    }

    /** Whether another password is valid by now. */
    boolean isOver() {
        return hash.isReplaced();
    }
}
