package io.hcpnbridge.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Runs containers without a Docker engine, as root, with images and containers in a folder of its own. */
final class Podman implements AutoCloseable {
    private final Path folder;

    private Podman(Path folder) {
        this.folder = folder;
    }

    static Podman in(Path folder) {
        return new Podman(folder);
    }

    /** Loads an image; returns its name. */
    String load(Path tar) {
        var lines = call("load", "--quiet", "--input", tar.toString()).lines().toList();
        var last = lines.get(lines.size() - 1);
        return last.substring(last.indexOf(": ") + 2).strip();
    }

    /**
     * What it prints, errors included.
     *
     * @throws IllegalStateException if it ends with another code than 0
     */
    String call(String... arguments) {
        return call(List.of(arguments));
    }

    String call(List<String> arguments) {
        // Another runtime than Podman's first choice: it also runs where cgroups of both versions are mounted.
        var command = new ArrayList<>(List.of(
                "podman",
                "--root",
                folder.resolve("storage").toString(),
                "--runroot",
                folder.resolve("run").toString(),
                "--runtime",
                "runc",
                "--cgroup-manager",
                "cgroupfs",
                "--events-backend",
                "file"));
        command.addAll(arguments);
        try {
            var output = Files.createTempFile(folder, "podman-", ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int code = process.waitFor();
            var text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        call("rm", "--all", "--force", "--time", "0");
        call("rmi", "--all", "--force");
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
