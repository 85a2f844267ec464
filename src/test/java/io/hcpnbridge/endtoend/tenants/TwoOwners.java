package io.hcpnbridge.endtoend.tenants;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.StandInPartnerApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The tenants acme and beta with folders and queues of their own, and gama, which has none. */
final class TwoOwners {
    static final String DETAIL = "orders.detail";
    static final Duration PATIENCE = Duration.ofSeconds(60);
    /** For what must not come. */
    static final Duration A_WHILE = Duration.ofMillis(700);

    private static final LocalDate YESTERDAY =
            LocalDate.now(ZoneOffset.ofHours(8)).minusDays(1);
    private static final ErpFormat FORMAT = ErpFormat.of(DETAIL);

    private TwoOwners() {}

    static void prepare(Surroundings surroundings) {
        surroundings.withQueues().tenant("beta", StandInPartnerApi.PARTNER).tenant("gama", StandInPartnerApi.PARTNER);
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        for (var tenant : List.of("acme", "beta")) {
            var own = "erp.tenants." + tenant + ".";
            surroundings
                    .set(own + "sftp.inbound-directory", tenant + "/in")
                    .set(own + "sftp.outbound-directory", tenant + "/out")
                    .set(own + "queue.request", tenant + ".request")
                    .set(own + "queue.reply", tenant + ".reply")
                    .set(own + "queue.reply-queues", tenant + ".desk.*");
        }
        surroundings
                .set("pulls.customers.enabled", "true")
                .set("pulls.customers.cron", "* * * * * ?")
                .set("pulls.customers.since", YESTERDAY.toString());
    }

    /** A file with one order, which names a tenant of four letters. */
    static byte[] file(String tenant, String document) {
        var file = FORMAT.batch("B" + document, List.of(Map.of("document", document, "orderId", "CS1")), Map.of());
        return new String(file, StandardCharsets.ISO_8859_1)
                .replace("acme", tenant)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static String message(String tenant, String document) {
        return """
                {"interface": "orders.detail", "tenant": "%s", "batchNumber": "%s", "createdAt": "2024-05-01T00:00:00Z",
                "records": [{"document": "%s", "orderId": "CS1"}]}"""
                .formatted(tenant, document, document);
    }

    static Path path(RunningBridge bridge, String path) {
        return bridge.surroundings().sftp().home().resolve(path);
    }

    /** Drops a file below a folder for files of orders.detail. */
    static void drop(RunningBridge bridge, String inbound, String name, byte[] content) {
        var folder = path(bridge, inbound).resolve(DETAIL);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".tmp"), content);
            Files.move(folder.resolve(name + ".tmp"), folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the answer, once it is there. */
    static List<ErpFormat.Line> answer(RunningBridge bridge, String outbound, String name) {
        var answer = path(bridge, outbound).resolve(DETAIL).resolve(name + ".answer");
        Awaitility.await(answer.toString()).atMost(PATIENCE).until(() -> Files.exists(answer));
        try {
            return FORMAT.read(Files.readAllBytes(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a folder whose names begin so. */
    static List<String> files(RunningBridge bridge, String folder, String beginning) {
        if (!Files.exists(path(bridge, folder))) {
            return List.of();
        }
        try (var all = Files.walk(path(bridge, folder))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(beginning))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
