package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who may log in besides the operator. */
class DeskPropertiesTest {
    @Test
    void nobodyUnlessNamed() {
        assertThat(bound(Map.of()).people()).isEmpty();
    }

    @Test
    void eachHasANameAndARole() {
        var people = bound(Map.of("desk.logins.vera.role", "viewer", "desk.logins.vera.password", "x"))
                .people();

        assertThat(people).singleElement().satisfies(vera -> {
            assertThat(vera.login().name()).isEqualTo("vera");
            assertThat(vera.role()).isEqualTo(Role.VIEWER);
        });
    }

    @Test
    void withoutAPasswordOrWithTheRoleOfAMachineItIsNoLogin() {
        assertThatThrownBy(
                        () -> bound(Map.of("desk.logins.vera.role", "viewer")).people())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("desk.logins.vera.password");
        assertThatThrownBy(() -> bound(Map.of("desk.logins.vera.role", "monitor", "desk.logins.vera.password", "x"))
                        .people())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("desk.logins.vera.role");
        assertThatThrownBy(() -> bound(Map.of("desk.logins.vera.password", "x")).people())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("viewer, operator or administrator");
    }

    @Test
    void aPasswordMayBeGivenAsItsHash() {
        var hash = "{bcrypt}" + new BCryptPasswordEncoder(10).encode("hunter2");

        assertThat(bound(Map.of("desk.logins.vera.role", "viewer", "desk.logins.vera.password", hash))
                        .people())
                .singleElement()
                .satisfies(vera ->
                        assertThat(vera.login().secret().read().reveal()).isEqualTo(hash));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{bcrypt}",
                "{bcrypt}hunter2",
                "{bcrypt}$2a$04$abcdefghijklmnopqrstuuJ2iPqfRqJx5lWgqKzJ0b3mTt4h7sOvK"
            })
    void whatLooksLikeAHashAndIsNoneThatProtectsIsRefused(String hash) {
        var vera = bound(Map.of("desk.logins.vera.role", "viewer", "desk.logins.vera.password", hash))
                .people()
                .get(0);

        assertThatThrownBy(() -> vera.login().secret())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("cost 10 to 14");
    }

    @Test
    void thePasswordIsNotTold() {
        assertThat(bound(Map.of("desk.logins.vera.role", "viewer", "desk.logins.vera.password", "hunter2"))
                        .toString())
                .doesNotContain("hunter2");
    }

    private static DeskProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("desk", DeskProperties.class);
    }
}
