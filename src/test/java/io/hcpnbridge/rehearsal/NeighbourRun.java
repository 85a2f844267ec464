package io.hcpnbridge.rehearsal;

import io.hcpnbridge.standin.StandInPartnerApi;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One run of the adapter in a process of its own, with everything configured that it can be: files and messages come in, answers,
 * replies and pulls go out, with keys and with tokens of IAM; from its first moment to its orderly end. Takes some 20 seconds.
 *
 * @param neighbours to whom it opened connections
 * @param strangers every other place to which it opened one
 * @param datagrams local addresses of its UDP sockets
 * @param listening ports at which it listened
 * @param ports the configured ones: {@code server.port} and {@code door.probes-port}
 */
public record NeighbourRun(
        Set<Neighbour> neighbours,
        Set<InetSocketAddress> strangers,
        Set<InetSocketAddress> datagrams,
        Set<Integer> listening,
        Set<Integer> ports) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AGENCY = "bridge-agency";

    /** Runs it. */
    public static NeighbourRun observe() {
        try (var surroundings = Surroundings.start().withQueues()) {
            var port = FreePort.find();
            var probes = FreePort.find();
            configure(surroundings, port, probes);
            var bridge = BridgeProcess.launch(surroundings, "-Xmx512m");
            try (bridge;
                    var watch = ConnectionWatch.of(bridge)) {
                bridge.awaitStart();
                work(surroundings);
                bridge.terminate();
                bridge.awaitEnd(PATIENCE);
                return told(watch.seen(), neighbours(surroundings), Set.of(port, probes));
            }
        }
    }

    private static void configure(Surroundings surroundings, int port, int probes) {
        var partner = surroundings.partner();
        surroundings
                .set("server.port", String.valueOf(port))
                .set("door.probes-port", String.valueOf(probes))
                .set("partner.iam-endpoint", partner.startAnother().toString())
                .set("erp.queue.event", "erp.events")
                .set("work.catch-up-cron", "* * * * * ?")
                .set("pulls.customers.enabled", "true")
                .set("pulls.customers.tenants", Surroundings.TENANT)
                .set("pulls.customers.since", "2026-01-01")
                .set("pulls.customers.cron", "* * * * * ?");
        surroundings.authorisingCustomer("by-keys").authorisingCustomer("by-token");
        partner.resource("by-keys", "r-file", resource -> resource);
        partner.resource("by-token", "r-message", resource -> resource);
        surroundings.tenant("token", StandInPartnerApi.PARTNER);
        var prefix = "partner.tenants.token.";
        partner.iam().user(StandInPartnerApi.PARTNER, "token-corp", "api", "a password");
        partner.iam().authorise("by-token", AGENCY);
        surroundings
                .set(prefix + "customer-access", "token")
                .set(prefix + "agency-name", AGENCY)
                .set(prefix + "iam-domain-name", "token-corp")
                .set(prefix + "iam-user", "api")
                .set(prefix + "iam-password", "a password");
    }

    private static void work(Surroundings surroundings) {
        try (var files = ErpClient.connect(surroundings.sftp());
                var queue = ErpQueue.connect(surroundings.broker())) {
            var renewal = Map.of(
                    "document",
                    "F1",
                    "customerId",
                    "by-keys",
                    "resource1",
                    "r-file",
                    "periodType",
                    "2",
                    "periodNum",
                    "1",
                    "expireMode",
                    "1");
            files.drop(
                    "orders.renew",
                    "f.txt",
                    ErpFormat.of("orders.renew").batch("F", List.of(renewal), Map.of("periodTotal", "1")));
            queue.ask(
                    """
                    {"interface": "orders.renew", "tenant": "token", "batchNumber": "M", "createdAt": "2024-05-01T00:00:00Z",
                     "records": [{"document": "M1", "customerId": "by-token", "resource1": "r-message", "periodType": 2,
                     "periodNum": 1, "expireMode": 1}]}\
                    """);
            Awaitility.await().atMost(PATIENCE).until(() -> files.answer("orders.renew", "f.txt")
                    .isPresent());
        }
        var ledger = JdbcClient.create(surroundings.database().dataSource());
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> ledger.sql(
                                        "select count(*) from arrival where file_name like 'customers-%' and delivered_at is not null")
                                .query(Integer.class)
                                .single()
                        > 0);
        for (var resource : List.of("r-file", "r-message")) {
            if (surroundings.partner().journal().placedRenewals(resource) != 1) {
                throw new IllegalStateException(resource + " was not renewed: "
                        + surroundings.partner().journal().outcomes());
            }
        }
    }

    private static Map<Integer, Neighbour> neighbours(Surroundings surroundings) {
        return new HashMap<>(Map.of(
                surroundings.sftp().port(), Neighbour.SFTP,
                port(surroundings.broker().url()), Neighbour.BROKER,
                port(surroundings.database().url().substring("jdbc:".length())), Neighbour.DATABASE,
                surroundings.partner().uri().getPort(), Neighbour.PARTNER,
                surroundings.partner().startAnother().getPort(), Neighbour.IAM));
    }

    private static int port(String url) {
        return URI.create(url).getPort();
    }

    private static NeighbourRun told(Connections seen, Map<Integer, Neighbour> known, Set<Integer> ports) {
        var neighbours = EnumSet.noneOf(Neighbour.class);
        seen.opened().stream()
                .filter(to -> isNeighbour(to, known))
                .forEach(to -> neighbours.add(known.get(to.getPort())));
        var strangers =
                seen.opened().stream().filter(to -> !isNeighbour(to, known)).collect(Collectors.toUnmodifiableSet());
        return new NeighbourRun(neighbours, strangers, seen.datagrams(), seen.listening(), ports);
    }

    private static boolean isNeighbour(InetSocketAddress to, Map<Integer, Neighbour> ports) {
        return to.getAddress().isLoopbackAddress() && ports.containsKey(to.getPort());
    }
}
