package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The sample files that ship in {@code mappings/}: what an ERP drops and the answer it can expect, byte for byte. */
public final class Samples {
    private static final Pattern IN = Pattern.compile("(.*)[.]in[.](txt|csv|xml|json)");

    private Samples() {}

    /** One sample; {@code name} is the dropped file's. */
    public record Sample(String interfaceName, String name, Path in, Path answer) {
        public byte[] content() {
            return bytes(in);
        }

        /** Whether it goes over the queue. */
        public boolean isMessage() {
            return name.endsWith(".json");
        }

        /** The expected answer; empty if the sample is new and has none yet. */
        public byte[] expected() {
            return Files.exists(answer) ? bytes(answer) : new byte[0];
        }
    }

    /** All samples below the mappings folder, by interface and name. */
    public static List<Sample> in(Path mappings) {
        try (var files = Files.walk(mappings)) {
            return files.filter(file -> IN.matcher(file.toString()).matches())
                    .sorted()
                    .map(Samples::sample)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(Path in) {
        var name = in.getFileName().toString();
        var answer = in.resolveSibling(IN.matcher(name).replaceFirst("$1.answer.$2"));
        return new Sample(in.getParent().getParent().getFileName().toString(), name, in, answer);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
