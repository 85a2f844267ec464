package io.hcpnbridge.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each file of the ERP lies where files lie that are done, as it was; nothing else is left over. */
final class FolderCheck {
    private final Outcome outcome;
    private final List<String> findings = new ArrayList<>();

    FolderCheck(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> findings() {
        for (var kind : Document.Interface.values()) {
            var inbound = outcome.workload().home().resolve("inbound/" + kind.id());
            var files = below(inbound);
            files.stream()
                    .filter(file -> !file.getParent().getFileName().toString().equals(".done"))
                    .forEach(file -> findings.add("LEFT in the inbound folder: " + inbound.relativize(file)));
            var missing = outcome.workload().handedIn().stream()
                    .filter(one -> one.file() && one.kind() == kind)
                    .collect(Collectors.groupingBy(one -> ByteBuffer.wrap(one.content()), Collectors.counting()));
            files.forEach(file -> missing.merge(ByteBuffer.wrap(bytes(file)), -1L, Long::sum));
            missing.values().stream()
                    .filter(times -> times > 0)
                    .forEach(times -> findings.add("GONE: a file of " + kind.id() + ", " + times + " times"));
            expected(kind);
        }
        none("select count(*) from batch where verdict = 'REFUSED'", "refused batches");
        none("select count(*) from arrival where delivered_at is null", "answers that are not delivered");
        return findings;
    }

    private void expected(Document.Interface kind) {
        var answers = outcome.workload().handedIn().stream()
                .filter(one -> one.file() && one.kind() == kind)
                .flatMap(this::answers)
                .collect(Collectors.toSet());
        var outbound = outcome.workload().home().resolve("outbound/" + kind.id());
        below(outbound).stream()
                .map(file -> outbound.relativize(file).toString())
                .filter(name -> !answers.contains(name))
                .forEach(name -> findings.add("LEFT in the outbound folder: " + name));
    }

    private Stream<String> answers(HandedIn one) {
        var answer = one.name() + ".answer";
        return outcome.answers().first(one).isPresent() ? Stream.of(answer, answer + ".final") : Stream.of(answer);
    }

    /** How many answers got their final name more than once: killed in between, nobody knows better. */
    long namedAgain() {
        return outcome.surroundings().sftp().journal().operationsOn("/outbound/").stream()
                .filter(line -> line.startsWith("link ") && line.contains(".answer"))
                .map(line -> line.substring(line.indexOf(" -> ")))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                .values()
                .stream()
                .filter(times -> times > 1)
                .count();
    }

    private void none(String query, String what) {
        var count = outcome.ledger().count(query);
        if (count > 0) {
            findings.add(count + " " + what);
        }
    }

    private static Set<Path> below(Path folder) {
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
