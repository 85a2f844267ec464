package io.hcpnbridge.endtoend.shutdown;

import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.Surroundings;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What an ERP hands in by files and messages, and what it gets back. Each renewal is of a resource named like its document. */
final class Load implements AutoCloseable {
    static final String CUSTOMER = "c1";
    static final String ORDER = "CS1";

    private final Surroundings surroundings;
    private final ErpClient files;
    private final ErpQueue queue;
    /** Every file, as {@code <interface>/<name>}. */
    private final List<String> dropped = new ArrayList<>();
    /** Which editions of its answer each message got, by its id. */
    private final Map<String, List<String>> sent = new LinkedHashMap<>();
    /** The document of each message, by its id. */
    private final Map<String, String> documents = new HashMap<>();

    Load(Surroundings surroundings) {
        this.surroundings = surroundings.knowCustomer(CUSTOMER);
        surroundings.partner().order(CUSTOMER, order -> order.id(ORDER));
        this.files = ErpClient.connect(surroundings.sftp());
        this.queue = ErpQueue.connect(surroundings.broker());
    }

    /** One file of each interface with so many documents, and as many messages with one document each. */
    void handIn(String portion, int documents) {
        drop("orders.renew", portion, documents, this::renewal, Map.of("periodTotal", String.valueOf(documents)));
        drop("orders.detail", portion, documents, document -> Map.of("orderId", ORDER), Map.of());
        drop("orders.list", portion, documents / 3, document -> Map.of("customerId", CUSTOMER), Map.of());
        for (int i = 0; i < documents; i++) {
            send("orders.renew", "MR-" + portion + "-" + i, renewal("MR-" + portion + "-" + i));
            send("orders.detail", "MD-" + portion + "-" + i, Map.of("orderId", ORDER));
        }
    }

    private Map<String, String> renewal(String document) {
        surroundings.partner().resource(CUSTOMER, document, resource -> resource);
        return Map.of(
                "customerId", CUSTOMER, "resource1", document, "periodType", "2", "periodNum", "1", "expireMode", "1");
    }

    private void drop(
            String interfaceName,
            String portion,
            int documents,
            Function<String, Map<String, String>> content,
            Map<String, String> totals) {
        var prefix = interfaceName
                .substring("orders.".length(), "orders.".length() + 1)
                .toUpperCase(Locale.ROOT);
        IntFunction<Map<String, String>> record = i -> {
            var document = prefix + "-" + portion + "-" + i;
            var columns = new HashMap<>(content.apply(document));
            columns.put("document", document);
            return columns;
        };
        var batch = ErpFormat.of(interfaceName)
                .batch(
                        prefix + portion,
                        IntStream.range(0, documents).mapToObj(record).toList(),
                        totals);
        files.drop(interfaceName, portion + ".txt", batch);
        dropped.add(interfaceName + "/" + portion + ".txt");
    }

    private void send(String interfaceName, String document, Map<String, String> content) {
        var json = new StringBuilder("{\"document\": \"" + document + "\"");
        content.forEach((name, value) -> json.append(
                name.startsWith("period") || name.equals("expireMode")
                        ? ", \"%s\": %s".formatted(name, value)
                        : ", \"%s\": \"%s\"".formatted(name, value)));
        var id = queue.send(
                """
                {"interface": "%s", "tenant": "acme", "batchNumber": "%s", "createdAt": "2024-05-01T00:00:00Z", "records": [%s}]}\
                """
                        .formatted(interfaceName, document, json));
        sent.put(id, new ArrayList<>());
        documents.put(id, document);
    }

    /** The files that have no answer yet. */
    List<String> unanswered() {
        var home = surroundings.sftp().home().resolve("outbound");
        return dropped.stream()
                .filter(file -> !Files.exists(home.resolve(file + ".answer")))
                .toList();
    }

    /** The messages that have no reply yet; takes the replies that there are. */
    long unreplied() {
        for (var reply = queue.next(ErpQueue.REPLY, Duration.ofMillis(200));
                reply.isPresent();
                reply = queue.next(ErpQueue.REPLY, Duration.ofMillis(200))) {
            keep(reply.get());
        }
        return sent.values().stream().filter(List::isEmpty).count();
    }

    private void keep(Message reply) {
        try {
            sent.computeIfAbsent(reply.getJMSCorrelationID(), unasked -> new ArrayList<>())
                    .add(reply.getStringProperty("edition"));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which editions of its answer each message got, by its id and in their order; a reply to no message stands here, too. */
    Map<String, List<String>> replies() {
        return sent;
    }

    /** The only document of a message. */
    String document(String message) {
        return documents.get(message);
    }

    /** How often each answer was given its final name. */
    Map<String, Long> answers() {
        var answers = new LinkedHashMap<String, Long>();
        dropped.forEach(file -> answers.put(
                file,
                surroundings.sftp().journal().operationsOn("/" + file + ".answer").stream()
                        .filter(line -> line.startsWith("link ") && line.endsWith(".answer"))
                        .count()));
        return answers;
    }

    /** What lies in the inbound folders: nothing but what was taken in. */
    List<String> leftInbound() {
        return List.of("orders.renew", "orders.detail", "orders.list").stream()
                .flatMap(name -> files.list("inbound/" + name).stream())
                .toList();
    }

    @Override
    public void close() {
        queue.close();
        files.close();
    }
}
