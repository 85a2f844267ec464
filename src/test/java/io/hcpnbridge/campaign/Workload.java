package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Document.Interface;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the ERP hands in, portion by portion: files of several documents, messages of one, some files a second time. It lays its files
 * where its own SFTP server shows them, so that nothing that befalls the adapter's connections befalls it.
 */
final class Workload {
    /** Renewals, as the most common and dearest write, come as often as all others. */
    private static final List<Interface> WRITES = List.of(
            Interface.RENEW, Interface.CREATE, Interface.RENEW, Interface.APPLY, Interface.RENEW, Interface.CHANGE);

    private static final int MOST_PER_FILE = 40;
    private static final int DETAILS_PER_LIST = 15;

    private final World world;
    private final Random random;
    private final Path home;
    private final Desk desk;
    private final List<HandedIn> handedIn = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final Map<String, Document> byNumber = new HashMap<>();
    private int writes;
    private int reads;

    /** @param home of the ERP's login at its SFTP server */
    Workload(Surroundings surroundings, Path home, Random random) {
        this.world = new World(surroundings);
        this.random = random;
        this.home = home;
        this.desk = new Desk(surroundings.broker());
        for (var kind : Interface.values()) {
            makeFolder("inbound/" + kind.id());
            makeFolder("outbound/" + kind.id());
        }
    }

    /** Hands in so many more. */
    void handIn(int moreWrites, int moreReads) {
        var portion = new ArrayList<Document>();
        IntStream.range(0, moreWrites).forEach(i -> portion.add(write(writes++)));
        IntStream.range(0, moreReads).forEach(i -> portion.add(read(reads++)));
        portion.forEach(world::prepare);
        portion.forEach(document -> byNumber.put(document.number(), document));
        documents.addAll(portion);
        var parts = portion.stream().collect(Collectors.groupingBy(Document::kind)).values().stream()
                .flatMap(same -> parts(same).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(parts, random);
        parts.forEach(this::handIn);
        if (random.nextInt(3) == 0) {
            handInAgain();
        }
    }

    List<HandedIn> handedIn() {
        return Collections.unmodifiableList(handedIn);
    }

    List<Document> documents() {
        return Collections.unmodifiableList(documents);
    }

    Document document(String number) {
        return byNumber.get(number);
    }

    World world() {
        return world;
    }

    Desk desk() {
        return desk;
    }

    Path home() {
        return home;
    }

    /** Gives another name to files that nobody has taken yet, as somebody who tidies up; returns how many. */
    int renameSome() {
        int renamed = 0;
        for (int i = Math.max(0, handedIn.size() - 20); i < handedIn.size(); i++) {
            var one = handedIn.get(i);
            var other = new HandedIn(one.kind(), "moved-" + one.name(), one.file(), one.content(), one.documents());
            if (one.file() && move(inbound(one), inbound(other))) {
                handedIn.set(i, other);
                renamed++;
            }
        }
        return renamed;
    }

    private Document write(int number) {
        return switch (WRITES.get(number % WRITES.size())) {
            case CREATE -> Document.creation(number);
            case APPLY -> Document.application(number);
            case CHANGE -> Document.change(number);
            default -> Document.renewal(number, World.customerOfRenewal(number));
        };
    }

    private static Document read(int number) {
        return number % DETAILS_PER_LIST == DETAILS_PER_LIST - 1
                ? Document.list(number, World.LISTED_CUSTOMER)
                : Document.detail(number);
    }

    /** Files of any number of documents, and messages of one. */
    private List<List<Document>> parts(List<Document> same) {
        var parts = new ArrayList<List<Document>>();
        var rest = same;
        while (!rest.isEmpty()) {
            var size = random.nextInt(4) == 0 ? 1 : Math.min(rest.size(), 1 + random.nextInt(MOST_PER_FILE));
            parts.add(rest.subList(0, size));
            rest = rest.subList(size, rest.size());
        }
        return parts;
    }

    private void handIn(List<Document> part) {
        if (part.size() == 1 && random.nextBoolean()) {
            send(part.get(0));
        } else {
            drop("f" + handedIn.size(), part);
        }
    }

    private void drop(String name, List<Document> part) {
        var kind = part.get(0).kind();
        var totals =
                kind == Interface.RENEW ? Map.of("periodTotal", String.valueOf(part.size())) : Map.<String, String>of();
        var format = ErpFormat.of(kind.id());
        var content = format.batch(
                "B" + handedIn.size(), part.stream().map(Document::line).toList(), totals);
        drop(new HandedIn(kind, name + "." + format.extension(), true, content, part));
    }

    private void handInAgain() {
        var dropped = handedIn.stream().filter(HandedIn::file).toList();
        if (!dropped.isEmpty()) {
            var one = dropped.get(random.nextInt(dropped.size()));
            drop(new HandedIn(
                    one.kind(), "again" + handedIn.size() + "-" + one.name(), true, one.content(), one.documents()));
        }
    }

    /** Written under a temporary name, then renamed. */
    private void drop(HandedIn one) {
        handedIn.add(one);
        try {
            var temporary = Files.write(inbound(one).resolveSibling(one.name() + ".tmp"), one.content());
            Files.move(temporary, inbound(one), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(Document document) {
        var json =
                """
                {"interface": "%s", "tenant": "acme", "batchNumber": "M%s", "createdAt": "2024-05-01T00:00:00Z", "records": [%s]}\
                """
                        .formatted(document.kind().id(), handedIn.size(), document.json());
        handedIn.add(new HandedIn(
                document.kind(), desk.send(json), false, json.getBytes(StandardCharsets.UTF_8), List.of(document)));
    }

    private Path inbound(HandedIn one) {
        return home.resolve("inbound").resolve(one.kind().id()).resolve(one.name());
    }

    private static boolean move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeFolder(String name) {
        try {
            Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
