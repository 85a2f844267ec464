package io.hcpnbridge.operate;

import io.hcpnbridge.secret.Version;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Somebody who logs in, and the password that was valid then. */
final class LoggedIn extends User {
    private static final long serialVersionUID = 1L;

    private final transient Version<String> hash;

    LoggedIn(String name, Role role, Version<String> hash) {
        super(name, hash.value(), authorities(role));
        this.hash = hash;
    }

    private static List<SimpleGrantedAuthority> authorities(Role role) {
        return role.all().stream()
                .map(one -> new SimpleGrantedAuthority("ROLE_" + one.name()))
                .toList();
    }

    /** Whether another password is valid by now. */
    boolean isOver() {
        return hash.isReplaced();
    }
}
