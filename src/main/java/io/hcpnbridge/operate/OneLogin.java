package io.hcpnbridge.operate;

import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.SecretWatch;
import java.util.List;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The one person or machine with a login, its password kept as a hash of what it is now. */
final class OneLogin implements UserDetailsService {
    private final LoginSettings login;
    private final Role role;
    private final Current<String> hash;

    OneLogin(LoginSettings login, Role role, PasswordEncoder encoder, SecretWatch secrets) {
        this.login = login;
        this.role = role;
        login.name();
        hash = secrets.keep(
                List.of(login.secret()),
                values -> StoredPassword.hash(values.get(0).reveal(), encoder));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        if (!login.isNamed(name)) {
            throw new UsernameNotFoundException("Nobody has this name");
        }
        return new LoggedIn(login.name(), role, hash.version());
    }
}
