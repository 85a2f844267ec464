package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The finished jar as a container image lays it out: its libraries beside it, and the classes of a start in an archive of Java
 * ({@code -XX:SharedArchiveFile}), so that who is started hundreds of times starts in half the time. Made once for each jar, which is known by
 * its content: a build gives each the same time.
 */
final class ShippedProgram {
    private final Path jar;
    private final Path folder;

    /** @param jar that Spring Boot has packed */
    ShippedProgram(Path jar) {
        this.jar = jar;
        this.folder = jar.resolveSibling("shipped-" + digest(jar));
    }

    /** How Java runs it. */
    synchronized List<String> options(Surroundings surroundings, List<String> javaOptions) {
        var archive = folder.resolve("start.jsa");
        try {
            if (!Files.exists(archive)) {
                run(List.of(
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString()));
                start(surroundings, javaOptions, archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-XX:SharedArchiveFile=" + archive, "-jar", program().toString());
    }

    private static String digest(Path jar) {
        try (var content = Files.newInputStream(jar)) {
            return DigestUtils.sha256Hex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path program() {
        return folder.resolve(jar.getFileName());
    }

    /** Up to where it would begin to work. */
    private void start(Surroundings surroundings, List<String> javaOptions, Path archive) throws IOException {
        var words = new ArrayList<>(javaOptions);
        words.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh"));
        words.addAll(List.of("-jar", program().toString()));
        words.addAll(List.of(surroundings.arguments()));
        run(words);
    }

    private void run(List<String> words) throws IOException {
        var command = new ArrayList<>(List.of(BridgeProcess.JAVA));
        command.addAll(words);
        var output = Files.createTempFile(jar.getParent(), "shipped-", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
