package io.hcpnbridge.operate;

import java.util.List;

/** The names of all logins that are configured here. Whoever comes by another way has none of them, so that a deed has one doer. */
public final class LoginNames {
    private final List<LoginSettings> logins;

    LoginNames(List<LoginSettings> logins) {
        this.logins = List.copyOf(logins);
    }

    /** Whether somebody is called so; case does not matter. */
    public boolean contain(String name) {
        return logins.stream().anyMatch(login -> login.isNamed(name));
    }
}
