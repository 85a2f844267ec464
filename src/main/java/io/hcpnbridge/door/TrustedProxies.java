package io.hcpnbridge.door;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The proxies that are believed about who asks. Everybody else could write anything into the same headers. */
final class TrustedProxies {
    private static final Pattern ADDRESS = Pattern.compile("[\\d.]+|(?=.*:)[\\p{XDigit}:.]+");
    private static final Pattern WITH_PORT = Pattern.compile("([\\d.]+):\\d+|\\[([\\p{XDigit}:.]+)](?::\\d+)?");

    private final List<IpAddressMatcher> networks;

    /** @param networks addresses or networks such as {@code 10.0.3.0/24} */
    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    /** @throws InvalidConfigurationException if it is none */
    static IpAddressMatcher network(String text) {
        try {
            return new IpAddressMatcher(text.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(
                    "door.trusted-proxies",
                    "must be addresses or networks such as 10.0.3.0/24, and " + text.strip() + " is none");
        }
    }

    boolean trust(String address) {
        return networks.stream().anyMatch(network -> matches(network, address));
    }

    private static boolean matches(IpAddressMatcher network, String address) {
        try {
            return network.matches(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Who asks: the last address that somebody trusted has written down and that is not trusted itself.
     *
     * @param peer who is connected
     * @param forwarded all of {@code X-Forwarded-For}, separated by commas, in its order
     */
    String caller(String peer, String forwarded) {
        var caller = peer;
        var written = forwarded.split(",", -1);
        for (int i = written.length - 1; i >= 0 && trust(caller); i--) {
            var address = address(written[i].strip());
            if (!ADDRESS.matcher(address).matches()) {
                return caller;
            }
            caller = address;
        }
        return caller;
    }

    private static String address(String text) {
        var parts = WITH_PORT.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        return parts.group(1) == null ? parts.group(2) : parts.group(1);
    }
}
