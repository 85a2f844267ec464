package io.hcpnbridge.image;

import static java.util.Map.entry;

import io.hcpnbridge.rehearsal.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of the chart and Secrets for an adapter whose surroundings are on this machine. */
final class Loopback {
    private static final Pattern TENANT = Pattern.compile("partner[.]tenants[.]([^.]+)[.]([^.]+)");
    private static final Pattern CUSTOMER =
            Pattern.compile("partner[.]tenants[.]([^.]+)[.]customers[.]([^.]+)[.](access-key|secret-key)");

    /** What has values of its own in the chart; everything else goes into {@code settings}. */
    private static final Pattern OWN = Pattern.compile("(spring|server|operator|secrets|partner[.]tenants)[.].*"
            + "|partner[.](iam-)?endpoint|erp[.]sftp[.](host|port|username|password|known-hosts-file)"
            + "|erp[.]queue[.](request|reply)|door[.]probes-port");

    private final Map<String, String> properties = new TreeMap<>();
    private final int port;

    /** @param port the adapter's; it shares the machine's network, so it cannot have the chart's own */
    Loopback(Surroundings surroundings, int port) {
        for (var argument : surroundings.arguments()) {
            var equals = argument.indexOf('=');
            properties.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        this.port = port;
    }

    /** What an engineer would write into a values file. */
    Map<String, Object> values() {
        return Map.of(
                "erp",
                Map.of("sftp", sftp(), "queue", queue()),
                "database",
                Map.of("external", database()),
                "partner",
                Map.of("tenants", tenants()),
                "operator",
                Map.of("secret", Map.of("name", "operator")),
                "settings",
                properties.entrySet().stream()
                        .filter(setting -> !OWN.matcher(setting.getKey()).matches())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                // There is no network to protect.
                "networkPolicy",
                Map.of("enabled", false));
    }

    /**
     * What goes before the chart's settings, which it lets no value do: it takes https only, and the stand-in speaks http; and the
     * machine's ports are not the pod's own.
     */
    List<String> environment() {
        return List.of(
                "SERVER_PORT=" + port,
                "DOOR_PROBESPORT=0",
                "PARTNER_ENDPOINT=" + properties.get("partner.endpoint"),
                "PARTNER_IAMENDPOINT=" + properties.get("partner.iam-endpoint"));
    }

    /** The Secrets that the values name. */
    Map<String, Map<String, byte[]>> secrets() {
        Map<String, Map<String, byte[]>> secrets = new LinkedHashMap<>();
        secrets.put("sftp", Map.of("password", secret("erp.sftp.password"), "known_hosts", knownHosts()));
        secrets.put("broker", Map.of("password", secret("spring.artemis.password")));
        secrets.put("database", Map.of("password", secret("spring.datasource.password")));
        secrets.put("operator", Map.of("password", secret("operator.password")));
        for (var property : properties.keySet()) {
            var tenant = TENANT.matcher(property);
            var customer = CUSTOMER.matcher(property);
            if (tenant.matches() && tenant.group(2).endsWith("-key")) {
                put(secrets, tenant.group(1), tenant.group(2), property);
            } else if (customer.matches()) {
                put(secrets, customer.group(1) + "-" + customer.group(2), customer.group(3), property);
            }
        }
        return secrets;
    }

    private void put(Map<String, Map<String, byte[]>> secrets, String name, String key, String property) {
        secrets.computeIfAbsent(name, absent -> new LinkedHashMap<>()).put(key, secret(property));
    }

    private Map<String, Object> sftp() {
        return Map.of(
                "host", properties.get("erp.sftp.host"),
                "port", Integer.valueOf(properties.get("erp.sftp.port")),
                "username", properties.get("erp.sftp.username"),
                "secret", Map.of("name", "sftp", "passwordKey", "password"));
    }

    private Map<String, Object> queue() {
        return Map.of(
                "enabled", true,
                "brokerUrl", properties.get("spring.artemis.broker-url"),
                "username", properties.get("spring.artemis.user"),
                "request", properties.get("erp.queue.request"),
                "reply", properties.get("erp.queue.reply"),
                "secret", Map.of("name", "broker"));
    }

    private Map<String, Object> database() {
        var url = URI.create(properties.get("spring.datasource.url").substring("jdbc:".length()));
        return Map.ofEntries(
                entry("host", url.getHost()),
                entry("port", url.getPort()),
                entry("name", url.getPath().substring(1)),
                entry("username", properties.get("spring.datasource.username")),
                entry("sslMode", "disable"),
                entry("secret", Map.of("name", "database")));
    }

    private Map<String, Object> tenants() {
        return properties.keySet().stream()
                .map(TENANT::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(2).equals("domain-id"))
                .collect(Collectors.toMap(matcher -> matcher.group(1), matcher -> tenant(matcher.group(1))));
    }

    private Map<String, Object> tenant(String name) {
        Map<String, Object> values = new LinkedHashMap<>();
        Stream.of("domain-id/domainId", "platform-id/platformId", "role/role")
                .map(pair -> pair.split("/", -1))
                .filter(pair -> properties.containsKey(property(name, pair[0])))
                .forEach(pair -> values.put(pair[1], properties.get(property(name, pair[0]))));
        values.put("secret", Map.of("name", name));
        values.put(
                "customers",
                properties.keySet().stream()
                        .map(CUSTOMER::matcher)
                        .filter(matcher -> matcher.matches() && matcher.group(1).equals(name))
                        .map(matcher -> matcher.group(2))
                        .distinct()
                        .collect(Collectors.toMap(id -> id, id -> Map.of("secret", Map.of("name", name + "-" + id)))));
        return values;
    }

    private static String property(String tenant, String name) {
        return "partner.tenants." + tenant + "." + name;
    }

    private byte[] secret(String property) {
        return Volumes.bytes(properties.get(property));
    }

    private byte[] knownHosts() {
        try {
            return Files.readAllBytes(Path.of(properties.get("erp.sftp.known-hosts-file")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
