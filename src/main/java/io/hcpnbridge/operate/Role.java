package io.hcpnbridge.operate;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a login may do. */
public enum Role {
    /** Everything: also to say what became of a write in doubt. */
    ADMINISTRATOR,
    /** The desk with what tells of persons, and Hawtio, to act in both, and everything that {@link #MONITOR} may. */
    OPERATOR,
    /** To look at the desk, without what tells of a person. */
    VIEWER,
    /** Reading health, info and metrics, with HTTP basic only. */
    MONITOR;

    /** Of a login with this role: what it and the roles within it may do, as Spring Security names that. */
    public List<GrantedAuthority> authorities() {
        return all().stream()
                .<GrantedAuthority>map(one -> new SimpleGrantedAuthority("ROLE_" + one.name()))
                .toList();
    }

    /** This one and what it includes. */
    List<Role> all() {
        return switch (this) {
            case ADMINISTRATOR -> List.of(ADMINISTRATOR, OPERATOR, VIEWER);
            case OPERATOR -> List.of(OPERATOR, VIEWER);
            case VIEWER, MONITOR -> List.of(this);
        };
    }
}
