package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample files that ship in {@code mappings/}: what an ERP drops and the answer it can expect, byte for byte. */
public final class Samples {
    private static final String IN = ".in.txt";

    private Samples() {}

    /** One sample; {@code name} is the dropped file's. */
    public record Sample(String interfaceName, String name, Path in, Path answer) {
        public byte[] content() {
            return bytes(in);
        }

        /** The expected answer; empty if the sample is new and has none yet. */
        public byte[] expected() {
            return Files.exists(answer) ? bytes(answer) : new byte[0];
        }
    }

    /** All samples below the mappings folder, by interface and name. */
    public static List<Sample> in(Path mappings) {
        try (var files = Files.walk(mappings)) {
            return files.filter(file -> file.toString().endsWith(IN))
                    .sorted()
                    .map(Samples::sample)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(Path in) {
        var name = in.getFileName().toString();
        var answer = in.resolveSibling(name.substring(0, name.length() - IN.length()) + ".answer.txt");
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
