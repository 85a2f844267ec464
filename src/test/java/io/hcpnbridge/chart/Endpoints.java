package io.hcpnbridge.chart;

import io.hcpnbridge.rehearsal.Neighbour;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the adapter connects to with given settings.
 *
 * @param host name or address
 * @param port TCP port
 */
record Endpoints(String host, int port) {
    private static final Pattern URL = Pattern.compile("://([^:/,?)]+)(?::(\\d+))?");
    private static final int HTTPS = 443;

    /** By neighbour; those that the adapter does not talk to are left out. */
    static Map<Neighbour, List<Endpoints>> of(Situation situation) {
        var properties = Configuration.of(situation.manifests()).properties();
        var endpoints = new EnumMap<Neighbour, List<Endpoints>>(Neighbour.class);
        endpoints.put(
                Neighbour.SFTP, at("://" + properties.get("erp.sftp.host") + ":" + properties.get("erp.sftp.port")));
        endpoints.put(Neighbour.DATABASE, at(properties.get("spring.datasource.url")));
        endpoints.put(Neighbour.PARTNER, at(properties.get("partner.endpoint")));
        if (properties.containsKey("erp.queue.request")) {
            endpoints.put(Neighbour.BROKER, at(properties.get("spring.artemis.broker-url")));
        }
        if (asksIam(properties)) {
            endpoints.put(Neighbour.IAM, at(properties.get("partner.iam-endpoint")));
        }
        if (properties.containsKey("desk.oidc.issuer")) {
            endpoints.put(Neighbour.IDENTITY_PROVIDER, at(properties.get("desk.oidc.issuer")));
        }
        if (properties.containsKey("tracing.endpoint")) {
            endpoints.put(Neighbour.COLLECTOR, at(properties.get("tracing.endpoint")));
        }
        endpoints.replaceAll((neighbour, list) -> behindServices(situation, neighbour, list));
        return endpoints;
    }

    /** A tenant whose customers have an agency for it, and whose customers' keys are not all configured. */
    private static boolean asksIam(Map<String, String> properties) {
        return properties.keySet().stream()
                .filter(name -> name.matches("partner\\.tenants\\.[^.]+\\.(agency-name|platform-id)"))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .anyMatch(tenant -> !"configured".equals(properties.get(tenant + ".customer-access")));
    }

    /** Policies see a connection behind its Service: with the port of the pods, if the values say that it is another. */
    private static List<Endpoints> behindServices(Situation situation, Neighbour neighbour, List<Endpoints> endpoints) {
        int port = situation
                .value("/networkPolicy/egress/" + neighbour.name().toLowerCase(Locale.ROOT) + "/port")
                .asInt();
        return port == 0
                ? endpoints
                : endpoints.stream()
                        .map(endpoint -> new Endpoints(endpoint.host(), port))
                        .toList();
    }

    private static List<Endpoints> at(String urls) {
        return URL.matcher(urls)
                .results()
                .map(url -> new Endpoints(url.group(1), url.group(2) == null ? HTTPS : Integer.parseInt(url.group(2))))
                .toList();
    }
}
