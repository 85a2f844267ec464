package io.hcpnbridge.operate;

import java.util.function.Predicate;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;

/**
 * Who is let in with HTTP basic: the monitor by its name, and the operator. Whoever has neither name is compared with the
 * operator and slowed down like one who guesses.
 */
final class BasicLogins implements AuthenticationManager {
    private final AuthenticationProvider operator;
    private final Predicate<String> isMonitor;
    private final AuthenticationProvider monitor;

    private BasicLogins(AuthenticationProvider operator, Predicate<String> isMonitor, AuthenticationProvider monitor) {
        this.operator = operator;
        this.isMonitor = isMonitor;
        this.monitor = monitor;
    }

    static BasicLogins of(AuthenticationProvider operator) {
        return new BasicLogins(operator, name -> false, operator);
    }

    /** The same with a monitor. */
    BasicLogins and(Predicate<String> isMonitor, AuthenticationProvider monitor) {
        return new BasicLogins(operator, isMonitor, monitor);
    }

    @Override
    public Authentication authenticate(Authentication login) {
        return new ProviderManager(isMonitor.test(login.getName()) ? monitor : operator).authenticate(login);
    }
}
