package io.hcpnbridge.operate.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What must be said of an identity provider. */
class OidcPropertiesTest {
    private static final Map<String, String> RIGHT = Map.of(
            "issuer", "https://login.example.com/realms/staff",
            "client-id", "bridge",
            "client-secret", "canary-secret",
            "public-address", "https://bridge.example.com",
            "operators", "erp-desk, on-call");

    @Test
    void thereIsNoneUnlessNamed() {
        assertThat(bound(Map.of()).issuer()).isNull();
    }

    @Test
    void whatIsThereIsEnoughAndTheSecretIsNotShown() {
        assertThat(bound(RIGHT).operators()).containsExactlyInAnyOrder("erp-desk", "on-call");
        assertThat(bound(RIGHT).scopes()).containsExactlyInAnyOrder("openid", "profile");
        assertThat(bound(RIGHT).toString()).doesNotContain("canary-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer,",
        "issuer,login.example.com",
        "issuer,http://login.example.com",
        "issuer,https://ada@login.example.com",
        "issuer,https://login.example.com/?tenant=1",
        "client-id,",
        "public-address,",
        "public-address,bridge.example.com",
        "public-address,http://bridge.example.com",
        "public-address,https://bridge.example.com/path",
        "operators,",
        "scopes,profile"
    })
    void whatIsMissingOrCannotBeUsedIsNamed(String property, String value) {
        var settings = new HashMap<>(RIGHT);
        settings.remove(property);
        if (value != null) {
            settings.put(property, value);
        }
        assertThatThrownBy(() -> bound(settings)).rootCause().hasMessageContaining("desk.oidc." + property);
    }

    private static OidcProperties bound(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach((name, value) -> properties.put("desk.oidc." + name, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("desk.oidc", OidcProperties.class);
    }
}
