package io.hcpnbridge.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies = new TrustedProxies(List.of("10.244.0.0/16", "192.0.2.7", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            10.244.3.4   | 203.0.113.9                         | 203.0.113.9
            10.244.3.4   | 1.1.1.1, 203.0.113.9                | 203.0.113.9
            10.244.3.4   | 1.1.1.1, 203.0.113.9, 192.0.2.7     | 203.0.113.9
            10.244.3.4   | 203.0.113.9:4711                    | 203.0.113.9
            fd00::1      | [2001:db8::1]:4711                  | 2001:db8::1
            10.244.3.4   | 10.244.9.9                          | 10.244.9.9
            10.244.3.4   | 203.0.113.9, unknown                | 10.244.3.4
            10.244.3.4   | 203.0.113.9,                        | 10.244.3.4
            10.244.3.4   | ''                                  | 10.244.3.4
            203.0.113.50 | 1.1.1.1                             | 203.0.113.50
            10.0.0.1     | 1.1.1.1                             | 10.0.0.1
            """)
    void whoAsksIsTheLastOneThatIsNotTrusted(String peer, String forwarded, String caller) {
        assertThat(proxies.caller(peer, forwarded)).isEqualTo(caller);
    }

    @Test
    void withoutANameNobodyIsBelieved() {
        assertThat(new TrustedProxies(List.of()).caller("127.0.0.1", "1.1.1.1")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingress.example.com", "10.0.0.0/33", "300.1.1.1", ""})
    void whatIsNoNetworkStopsTheStart(String network) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(network)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("door.trusted-proxies must be addresses or networks");
    }
}
