package io.hcpnbridge.operate;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Who may log in: the operator from {@code operator.*} and the monitor from {@code monitor.*}, kept as bcrypt hashes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OperatorProperties.class, MonitorProperties.class})
class LoginConfiguration {
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    /** Being the only provider among the beans, it is what the login form asks: the monitor cannot come in there. */
    @Bean
    AuthenticationProvider operatorAuthentication(OperatorProperties operator, PasswordEncoder encoder) {
        return authentication(operator.login(), Role.OPERATOR, encoder);
    }

    @Bean
    BasicLogins basicLogins(
            AuthenticationProvider operatorAuthentication,
            OperatorProperties operator,
            MonitorProperties monitor,
            PasswordEncoder encoder) {
        var operators = BasicLogins.of(operatorAuthentication);
        return monitor.login()
                .map(login ->
                        operators.and(login::isNamed, authentication(apart(login, operator), Role.MONITOR, encoder)))
                .orElse(operators);
    }

    private static LoginSettings apart(LoginSettings monitor, OperatorProperties operator) {
        if (monitor.isNamed(operator.username())) {
            throw new InvalidConfigurationException(
                    "monitor.username", "is the operator's name, too; give one of them another");
        }
        return monitor;
    }

    /** Each login has a throttle of its own, so that knowing one password does not help to guess the other. */
    private static AuthenticationProvider authentication(LoginSettings login, Role role, PasswordEncoder encoder) {
        var user = User.withUsername(login.name())
                .password(encoder.encode(login.secret()))
                .roles(role.name())
                .build();
        var provider = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(user));
        provider.setPasswordEncoder(encoder);
        return new ThrottledAuthentication(provider, new LoginThrottle(Clock.systemUTC()));
    }
}
