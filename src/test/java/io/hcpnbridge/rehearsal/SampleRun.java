package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Drops or sends samples as an ERP would and compares the answers with the expected ones, byte for byte but for links, which are others each
 * time.
 */
public final class SampleRun {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Pattern LINK = Pattern.compile(
            "https?://[^\\s\",]+/s/[A-Za-z0-9_-]{43}(,[-0-9 :]{19}|\"[\\s,]*\"expiresAt\"[\\s:]*\"[-0-9TZ:]*)");

    private final ErpClient erp;
    private final ErpQueue queue;
    private final List<Samples.Sample> samples;

    public SampleRun(ErpClient erp, ErpQueue queue, List<Samples.Sample> samples) {
        this.erp = erp;
        this.queue = queue;
        this.samples = samples;
    }

    /**
     * What became of a sample.
     *
     * @param answer null if none came in time
     */
    public record Result(Samples.Sample sample, byte[] answer) {
        public boolean asExpected() {
            return answer != null && Arrays.equals(lasting(answer), lasting(sample.expected()));
        }

        /** The first line that differs, as text. */
        public String difference() {
            if (answer == null) {
                return "no answer within " + PATIENCE.toSeconds() + " s";
            }
            var expected = lines(sample.expected());
            var actual = lines(answer);
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                var want = i < expected.size() ? expected.get(i) : "(nothing)";
                var got = i < actual.size() ? actual.get(i) : "(nothing)";
                if (!want.equals(got)) {
                    return "line " + (i + 1) + "\n    expected |" + want + "|\n    answered |" + got + "|";
                }
            }
            return "line ends";
        }

        /** The answer's lines. */
        public List<String> answerLines() {
            return answer == null ? List.of() : lines(answer);
        }

        private List<String> lines(byte[] content) {
            var charset = sample.isMessage()
                    ? StandardCharsets.UTF_8
                    : ErpFormat.of(sample.interfaceName()).charset();
            return new String(content, charset).lines().toList();
        }
    }

    /** Without links and when they end. */
    private static byte[] lasting(byte[] answer) {
        var text = new String(answer, StandardCharsets.ISO_8859_1);
        return LINK.matcher(text).replaceAll("<a link>").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Makes the answers that came the expected ones. */
    public static void accept(List<Result> results) {
        for (var result : results) {
            try {
                if (result.answer() != null && !result.asExpected()) {
                    Files.write(result.sample().answer(), result.answer());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Drops all samples at once and waits for all answers. */
    public List<Result> run() {
        var dropped = new HashSet<Path>();
        samples.stream().filter(sample -> dropped.add(sample.in())).forEach(this::drop);
        var results = new ArrayList<Result>();
        samples.forEach(sample -> results.add(new Result(sample, await(sample))));
        return results;
    }

    private void drop(Samples.Sample sample) {
        if (sample.isMessage()) {
            queue.send(
                    new String(sample.content(), StandardCharsets.UTF_8),
                    message -> message.setJMSCorrelationID(correlationId(sample)));
        } else {
            erp.drop(sample.interfaceName(), sample.name(), sample.content());
        }
    }

    private static String correlationId(Samples.Sample sample) {
        return sample.interfaceName() + "/" + sample.name();
    }

    private byte[] await(Samples.Sample sample) {
        if (sample.isMessage()) {
            return queue.reply(queue.queue(ErpQueue.REPLY), correlationId(sample), PATIENCE)
                    .map(reply -> ErpQueue.text(reply).getBytes(StandardCharsets.UTF_8))
                    .orElse(null);
        }
        try {
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(
                            () -> erp.read("outbound/" + sample.interfaceName() + "/" + sample.answerName()),
                            Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            return null;
        }
    }
}
