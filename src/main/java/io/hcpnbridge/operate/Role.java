package io.hcpnbridge.operate;

import java.util.List;

/** What a login may do. */
enum Role {
    /** Everything: also to say what became of a write in doubt. */
    ADMINISTRATOR,
    /** The desk with what tells of persons, and Hawtio, to act in both, and everything that {@link #MONITOR} may. */
    OPERATOR,
    /** To look at the desk, without what tells of a person. */
    VIEWER,
    /** Reading health, info and metrics, with HTTP basic only. */
    MONITOR;

    /** This one and what it includes. */
    List<Role> all() {
        return switch (this) {
            case ADMINISTRATOR -> List.of(ADMINISTRATOR, OPERATOR, VIEWER);
            case OPERATOR -> List.of(OPERATOR, VIEWER);
            case VIEWER, MONITOR -> List.of(this);
        };
    }
}
