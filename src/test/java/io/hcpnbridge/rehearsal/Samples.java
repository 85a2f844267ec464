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
    /** The ends of the names of files; messages are no files. */
    private static final Pattern IN = Pattern.compile("(.+)\\.in\\.(txt|csv|xml)");

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
            return files.sorted().flatMap(Samples::sample).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Sample> sample(Path in) {
        var name = IN.matcher(in.getFileName().toString());
        if (!name.matches()) {
            return Stream.empty();
        }
        var answer = in.resolveSibling(name.group(1) + ".answer." + name.group(2));
        var interfaceName = in.getParent().getParent().getFileName().toString();
        return Stream.of(new Sample(interfaceName, name.group(), in, answer));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
