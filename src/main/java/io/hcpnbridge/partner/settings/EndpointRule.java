package io.hcpnbridge.partner.settings;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** What an endpoint may look like: https and a host, nothing more; plain http only on the machine itself. */
final class EndpointRule {
    private EndpointRule() {}

    static URI check(String property, String text) {
        URI uri = parse(property, text);
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new InvalidConfigurationException(property, "must be a host without user information");
        }
        boolean path = uri.getRawPath() != null
                && !uri.getRawPath().isEmpty()
                && !uri.getRawPath().equals("/");
        if (path || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new InvalidConfigurationException(property, "must not have a path, query or fragment");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(host))) {
            throw new InvalidConfigurationException(property, "must begin with https://");
        }
        return URI.create(scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
    }

    static URI checkSite(String property, URI endpoint, Site site) {
        for (Site other : Site.values()) {
            if (other != site && endpoint.getHost().equals(other.host())) {
                throw new InvalidConfigurationException(
                        property,
                        "is the host of the site " + other.text() + ", but partner.site is " + site.text()
                                + ": set one of them");
            }
        }
        return endpoint;
    }

    private static URI parse(String property, String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new InvalidConfigurationException(property, "is not an address: set https://<host>");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
