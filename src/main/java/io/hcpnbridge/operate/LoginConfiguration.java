package io.hcpnbridge.operate;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretWatch;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Who may log in: the operator from {@code operator.*}, who may do everything, further people from {@code desk.logins} and the monitor from
 * {@code monitor.*}; all kept as bcrypt hashes.
 */
@Configuration(proxyBeanMethods = false)
@Import(SecretWatch.class)
@EnableConfigurationProperties({OperatorProperties.class, DeskProperties.class, MonitorProperties.class})
class LoginConfiguration {
    @Bean
    static SettingsRule loginRule() {
        return (settings, faults) -> {
            var operator = settings.group(OperatorProperties.class);
            operator.ifPresent(written -> faults.keep(() -> usable(written.login())));
            settings.group(DeskProperties.class).ifPresent(written -> faults.keep(() -> usable(written, operator)));
            settings.group(MonitorProperties.class)
                    .flatMap(MonitorProperties::login)
                    .ifPresent(login ->
                            faults.keep(() -> usable(operator.isPresent() ? apart(login, operator.get()) : login)));
        };
    }

    private static Secret usable(DeskProperties desk, Optional<OperatorProperties> operator) {
        var people = desk.people();
        people.forEach(person -> usable(person.login()));
        operator.ifPresent(one -> people.forEach(person -> apart(person.login(), one)));
        return null;
    }

    private static Secret usable(LoginSettings login) {
        var name = login.name();
        return name.isEmpty() ? null : login.secret().read();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    LoginThrottle loginThrottle() {
        return new LoginThrottle(Clock.systemUTC());
    }

    @Bean
    KnownBrowsers knownBrowsers() {
        return new KnownBrowsers();
    }

    @Bean
    LoginNames loginNames(OperatorProperties operator, DeskProperties desk, MonitorProperties monitor) {
        return new LoginNames(Stream.concat(
                        Stream.of(operator.login()),
                        Stream.concat(
                                desk.people().stream().map(DeskProperties.Person::login), monitor.login().stream()))
                .toList());
    }

    /** Being the only provider among the beans, it is what the login form asks: the monitor cannot come in there. */
    @Bean
    AuthenticationProvider peopleAuthentication(
            OperatorProperties operator,
            DeskProperties desk,
            PasswordEncoder encoder,
            SecretWatch secrets,
            LoginThrottle throttle,
            KnownBrowsers browsers) {
        var administrator = new DeskProperties.Person(operator.login(), Role.ADMINISTRATOR);
        return new PeopleAuthentication(Stream.concat(
                        Stream.of(administrator),
                        desk.people().stream().peek(person -> apart(person.login(), operator)))
                .map(person -> new ThrottledAuthentication(
                        comparing(person.login(), person.role(), encoder, secrets), person.login(), throttle, browsers))
                .toList());
    }

    @Bean
    BasicLogins basicLogins(
            AuthenticationProvider peopleAuthentication,
            OperatorProperties operator,
            MonitorProperties monitor,
            PasswordEncoder encoder,
            SecretWatch secrets,
            LoginThrottle throttle,
            KnownBrowsers browsers) {
        var operators = BasicLogins.of(peopleAuthentication);
        return monitor.login()
                .map(login -> operators.and(
                        login::isNamed,
                        new ThrottledAuthentication(
                                comparing(apart(login, operator), Role.MONITOR, encoder, secrets),
                                login,
                                throttle,
                                browsers)))
                .orElse(operators);
    }

    private static LoginSettings apart(LoginSettings login, OperatorProperties operator) {
        if (login.isNamed(operator.username())) {
            throw new InvalidConfigurationException(
                    login.prefix() + ".username", "is the operator's name, too; give one of them another");
        }
        return login;
    }

    private static AuthenticationProvider comparing(
            LoginSettings login, Role role, PasswordEncoder encoder, SecretWatch secrets) {
        var provider = new DaoAuthenticationProvider(new OneLogin(login, role, encoder, secrets));
        provider.setPasswordEncoder(encoder);
        return provider;
    }
}
