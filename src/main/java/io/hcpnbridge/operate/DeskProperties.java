package io.hcpnbridge.operate;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Further people who may log in ({@code desk.*}), besides the operator.
 *
 * @param logins by login name
 */
@ConfigurationProperties("desk")
public record DeskProperties(@DefaultValue Map<String, Login> logins) {
    /**
     * @param role {@code viewer}, {@code operator} or {@code administrator}
     * @param password the password itself; or
     * @param passwordFile a file (UTF-8) with the password, e.g. a mounted Kubernetes secret
     */
    public record Login(Role role, String password, Path passwordFile) {
        /** Without the password: this may end up in a log. */
        @Override
        public String toString() {
            return "Login[role=" + role + "]";
        }
    }

    /** @throws InvalidConfigurationException if one has no password or no role of a person */
    List<Person> people() {
        return logins.entrySet().stream()
                .map(entry -> person(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A login, and what it may do. */
    record Person(LoginSettings login, Role role) {}

    private static Person person(String name, Login given) {
        var prefix = "desk.logins." + name;
        var login = new LoginSettings(prefix, name, given.password(), given.passwordFile());
        if (!login.given()) {
            throw new InvalidConfigurationException(prefix + ".password", "is missing; set it, or password-file");
        }
        if (given.role() == null || given.role() == Role.MONITOR) {
            throw new InvalidConfigurationException(prefix + ".role", "must be viewer, operator or administrator");
        }
        return new Person(login, given.role());
    }
}
