package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sample files that ship in {@code mappings/}: what an ERP drops and the answer it can expect, byte for byte. */
public final class Samples {
    private static final Pattern IN = Pattern.compile("(.*)[.]in[.](txt|csv|xml|json)");

    private Samples() {}

    /**
     * One sample; {@code name} is the dropped file's.
     *
     * @param last the second answer is expected: what the partner decided later
     */
    public record Sample(String interfaceName, String name, Path in, Path answer, boolean last) {
        public byte[] content() {
            return bytes(in);
        }

        /** Whether it goes over the queue. */
        public boolean isMessage() {
            return name.endsWith(".json");
        }

        /** Whether a second answer to the same file follows this one. */
        public boolean isFirstOfTwo() {
            return !last && Files.exists(Samples.answer(in, true));
        }

        /** Name of the file that the answer comes as. */
        public String answerName() {
            return name + (last ? ".answer.final" : ".answer");
        }

        /** The expected answer; empty if the sample is new and has none yet. */
        public byte[] expected() {
            return Files.exists(answer) ? bytes(answer) : new byte[0];
        }
    }

    /**
     * All samples below the mappings folder, by interface and name. With a file {@code <name>.answer.final.<kind>} a sample is there
     * a second time, for its second answer.
     */
    public static List<Sample> in(Path mappings) {
        try (var files = Files.walk(mappings)) {
            return files.filter(file -> IN.matcher(file.toString()).matches())
                    .sorted()
                    .flatMap(in -> Stream.of(sample(in, false), sample(in, true)))
                    .filter(sample -> !sample.last() || Files.exists(sample.answer()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that need the partner's API and nothing else. */
    public static List<Sample> ofApis(Path mappings) {
        return in(mappings).stream()
                .filter(sample -> !sample.interfaceName().equals("sign-on.link"))
                .toList();
    }

    private static Sample sample(Path in, boolean last) {
        var name = in.getFileName().toString();
        return new Sample(in.getParent().getParent().getFileName().toString(), name, in, answer(in, last), last);
    }

    private static Path answer(Path in, boolean last) {
        var name = IN.matcher(in.getFileName().toString());
        return in.resolveSibling(name.replaceFirst(last ? "$1.answer.final.$2" : "$1.answer.$2"));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
