package io.hcpnbridge.tryout;

import io.hcpnbridge.json.MalformedJsonException;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.replay.RecordedCalls;
import io.hcpnbridge.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that is there and can be read.
 *
 * @param form a JSON object is a message, everything else a file
 */
record TriedFile(Path path, Form form, long size) {
    /**
     * A file, or all files of batches ({@code *.in.*}) in a folder and below it, in the order of their names.
     *
     * @throws UnusableException if there is none
     */
    static List<TriedFile> at(Path path) {
        if (!Files.exists(path)) {
            throw new UnusableException(path + " does not exist");
        }
        if (!Files.isDirectory(path)) {
            return List.of(file(path));
        }
        try (var found = Files.walk(path)) {
            var batches = found.filter(
                            file -> file.getFileName().toString().contains(".in.") && Files.isRegularFile(file))
                    .sorted()
                    .map(TriedFile::file)
                    .toList();
            if (batches.isEmpty()) {
                throw new UnusableException(
                        path + " has no batches: files whose names end with .in.txt, .in.csv and so on");
            }
            return batches;
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(path);
        }
    }

    private static TriedFile file(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new UnusableException(path + " is neither a file nor a folder");
        }
        try {
            return new TriedFile(path, form(path), Files.size(path));
        } catch (IOException e) {
            throw unreadable(path);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Whether it is a sample of what is refused. */
    boolean isToBeRefused() {
        return name().startsWith("refused-") && name().contains(".in.");
    }

    String folder() {
        var folder = path.toAbsolutePath().normalize().getParent();
        if (folder != null && folder.endsWith("samples")) {
            folder = folder.getParent();
        }
        return folder == null || folder.getFileName() == null
                ? ""
                : folder.getFileName().toString();
    }

    /** What the partner said to it, if that lies beside it. */
    Optional<RecordedCalls> recorded() {
        var recorded = path.resolveSibling("recorded.json");
        try {
            return beside(recorded).map(RecordedCalls::read);
        } catch (MalformedJsonException | IllegalArgumentException e) {
            throw new UnusableException(recorded + ": " + e.getMessage());
        }
    }

    /** The answer that is expected: {@code X.answer.txt} of a file {@code X.in.txt}, or {@code X.answer.final.txt}, the last of two. */
    Path answer(boolean last) {
        var answer = last ? ".answer.final." : ".answer.";
        var name = name().contains(".in.")
                ? name().replaceFirst("[.]in[.](?=[^.]*$)", answer)
                : name().replaceFirst("[.](?=[^.]*$)", answer);
        return path.resolveSibling(name);
    }

    /** What lies there beside it. */
    static Optional<byte[]> beside(Path path) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (IOException e) {
            throw unreadable(path);
        }
    }

    /** Its first bytes. */
    byte[] beginning(int bytes) {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(bytes);
        } catch (IOException e) {
            throw unreadable(path);
        }
    }

    /** As often as one likes. */
    void readBy(InterfaceMapping mapping, BatchListener listener) {
        try (InputStream in = Files.newInputStream(path)) {
            mapping.format(form).read(in, listener);
        } catch (IOException e) {
            throw unreadable(path);
        }
    }

    private static Form form(Path path) throws IOException {
        if (path.getFileName().toString().endsWith(".json")) {
            return Form.MESSAGE;
        }
        try (var in = Files.newInputStream(path)) {
            return in.read() == '{' ? Form.MESSAGE : Form.FILE;
        }
    }

    private static UnusableException unreadable(Path path) {
        return new UnusableException(Printable.whole(path.toString()) + " cannot be read");
    }
}
