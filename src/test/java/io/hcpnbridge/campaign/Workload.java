package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Document.Interface;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.Surroundings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** What the ERP hands in, portion by portion: files of several documents, messages of one, some files a second time. */
final class Workload implements AutoCloseable {
    /** Orders in each list that is asked for: several pages. */
    static final int LISTED = 250;

    private static final List<String> CUSTOMERS = List.of("c1", "c2", "c3");
    private static final String LISTED_CUSTOMER = "c4";
    private static final int PER_FILE = 6;

    private final Surroundings surroundings;
    private final Random random;
    private final ErpClient files;
    private final ErpQueue queue;
    private final List<HandedIn> handedIn = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private int writes;
    private int reads;

    Workload(Surroundings surroundings, Random random) {
        this.surroundings = surroundings;
        this.random = random;
        surroundings
                .knowCustomer("c1")
                .knowCustomer("c2")
                .authorisingCustomer("c3")
                .knowCustomer(LISTED_CUSTOMER);
        surroundings
                .partner()
                .orders(
                        LISTED_CUSTOMER,
                        LISTED,
                        Instant.now().minus(Duration.ofDays(20)),
                        Duration.ofMinutes(1),
                        (i, order) -> order);
        this.files = ErpClient.connect(surroundings.sftp());
        this.queue = ErpQueue.connect(surroundings.broker());
    }

    /** Hands in so many more. */
    void handIn(int moreWrites, int moreReads) {
        handIn(Stream.generate(this::renewal).limit(moreWrites).toList());
        var questions = Stream.generate(this::question).limit(moreReads).toList();
        handIn(questions.stream().filter(one -> one.kind() == Interface.DETAIL).toList());
        handIn(questions.stream().filter(one -> one.kind() == Interface.LIST).toList());
        if (random.nextInt(3) == 0) {
            handInAgain();
        }
    }

    List<HandedIn> handedIn() {
        return List.copyOf(handedIn);
    }

    List<Document> documents() {
        return List.copyOf(documents);
    }

    ErpClient files() {
        return files;
    }

    ErpQueue queue() {
        return queue;
    }

    private void handIn(List<Document> portion) {
        documents.addAll(portion);
        var rest = portion;
        while (!rest.isEmpty()) {
            var byMessage = random.nextInt(5) == 0;
            var part = rest.subList(0, byMessage ? 1 : Math.min(PER_FILE, rest.size()));
            if (byMessage) {
                send(part.get(0));
            } else {
                drop("f" + handedIn.size() + ".txt", part);
            }
            rest = rest.subList(part.size(), rest.size());
        }
    }

    private void drop(String name, List<Document> part) {
        var kind = part.get(0).kind();
        var totals =
                kind == Interface.RENEW ? Map.of("periodTotal", String.valueOf(part.size())) : Map.<String, String>of();
        var content = ErpFormat.of(kind.id())
                .batch("B" + handedIn.size(), part.stream().map(Document::line).toList(), totals);
        handedIn.add(new HandedIn(kind, name, true, content, part));
        files.drop(kind.id(), name, content);
    }

    private void handInAgain() {
        var dropped = handedIn.stream().filter(HandedIn::file).toList();
        if (!dropped.isEmpty()) {
            var one = dropped.get(random.nextInt(dropped.size()));
            var again =
                    new HandedIn(one.kind(), "again" + handedIn.size() + ".txt", true, one.content(), one.documents());
            handedIn.add(again);
            files.drop(again.kind().id(), again.name(), again.content());
        }
    }

    private void send(Document document) {
        var json =
                """
                {"interface": "%s", "tenant": "acme", "batchNumber": "M%s", "createdAt": "2024-05-01T00:00:00Z", "records": [%s]}\
                """
                        .formatted(document.kind().id(), handedIn.size(), document.json());
        var id = queue.send(json);
        handedIn.add(
                new HandedIn(document.kind(), id, false, json.getBytes(StandardCharsets.UTF_8), List.of(document)));
    }

    private Document renewal() {
        var customer = CUSTOMERS.get(writes % CUSTOMERS.size());
        var document = Document.renewal(writes++, customer);
        document.resources().forEach(id -> surroundings
                .partner()
                .resource(customer, id, resource -> resource.expirePolicy(document.policyBefore())));
        return document;
    }

    private Document question() {
        var number = reads++;
        if (number % 15 == 14) {
            return Document.list(number, LISTED_CUSTOMER);
        }
        surroundings.partner().order(CUSTOMERS.get(0), order -> order.id("DOC-R" + number));
        return Document.detail(number);
    }

    @Override
    public void close() {
        queue.close();
        files.close();
    }
}
