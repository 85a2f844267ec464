package io.hcpnbridge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.state.IncentivePolicies.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever the ERP lays into its folders is answered: taken in, or refused with line, field, value and rule; nothing is lost, and no file
 * stops another. The same files again with the same seed.
 */
@Tag("slow")
@Tag("campaign")
class OddFilesTest {
    private static final int FILES = Size.of("odd-files", 10_000, 150);
    private static final int AT_A_TIME = 200;

    /** Without any further answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Surroundings surroundings = Surroundings.start();
    private final Path home = surroundings.sftp().home();
    private final OddFiles files = new OddFiles(Size.SEED);
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> taken = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();

    @Test
    void everyFileIsAnswered() throws Exception {
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().state().policies().put("2024-01", new Policy("ecs", "服务", "1", true));
        Quotas.largest().forEach((api, quota) -> surroundings.set("partner.quotas." + api, String.valueOf(quota)));
        var begun = Instant.now();
        try (var bridge = BridgeProcess.start(surroundings, "-Xmx512m")) {
            for (int first = 0; first < FILES && findings.size() < 100; first += AT_A_TIME) {
                var some = IntStream.range(first, Math.min(FILES, first + AT_A_TIME))
                        .mapToObj(files::get)
                        .toList();
                drop(some);
                answered(some);
                Progress.say("odd files, seed %d: %,d of %,d, %d findings; %s"
                        .formatted(
                                Size.SEED,
                                first + some.size(),
                                FILES,
                                findings.size(),
                                Progress.time(Duration.between(begun, Instant.now()))));
            }
            report(Duration.between(begun, Instant.now()));
            assertThat(bridge.isAlive()).isTrue();
            assertThat(findings).isEmpty();
        } finally {
            surroundings.close();
        }
    }

    private void drop(List<OddFile> some) throws IOException {
        for (var file : some) {
            var inbound = Files.createDirectories(home.resolve("inbound").resolve(file.iface()));
            var temporary = Files.write(inbound.resolve(file.name() + ".tmp"), file.content());
            Files.move(temporary, inbound.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Until each has its answer, or no further one comes. */
    private void answered(List<OddFile> some) {
        var open = new ArrayList<>(some);
        var waiting = new AtomicReference<>(Instant.now().plus(PATIENCE));
        Awaitility.await("answers to odd files")
                .forever()
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (open.removeIf(this::isAnswered)) {
                        waiting.set(Instant.now().plus(PATIENCE));
                    }
                    return open.isEmpty() || Instant.now().isAfter(waiting.get());
                });
        open.forEach(file -> findings.add("UNANSWERED: " + describe(file)));
    }

    private boolean isAnswered(OddFile file) {
        if (!Files.exists(answer(file))) {
            return false;
        }
        try {
            judge(file, Files.readAllBytes(answer(file)));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(OddFile file, byte[] answer) {
        try {
            file.wrong(answer).ifPresent(what -> findings.add(describe(file) + " " + what));
            var isRefused = Answer.ofFile(file.iface(), answer).results().isEmpty();
            (isRefused ? refused : taken).merge(file.damage(), 1, Integer::sum);
        } catch (RuntimeException unreadable) {
            findings.add(describe(file) + " has an answer that cannot be read: " + unreadable);
        }
    }

    private Path answer(OddFile file) {
        return home.resolve("outbound").resolve(file.iface()).resolve(file.name() + ".answer");
    }

    private static String describe(OddFile file) {
        return file.iface() + "/" + file.name() + " (" + file.damage() + ")";
    }

    private void report(Duration took) {
        var row = new LinkedHashMap<String, Object>();
        row.put("asked for", "%,d generated files".formatted(FILES));
        row.put("befell it", "refused %,d, taken in %,d".formatted(sum(refused), sum(taken)));
        row.put(
                "unanswered",
                findings.stream().filter(one -> one.startsWith("UNANSWERED")).count());
        row.put("took", Progress.time(took));
        row.put("seed", Size.SEED);
        row.put("findings", findings.size());
        Figures.add("odd-files", row);
        Progress.say("Refused: %s%nTaken in: %s%n%s"
                .formatted(refused, taken, findings.stream().collect(Collectors.joining("\n"))));
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
