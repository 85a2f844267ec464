package io.hcpnbridge.rehearsal;

import io.hcpnbridge.BridgeApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/**
 * The adapter in a Java process of its own that ends by itself, started as the image does: its classes, routes and mappings
 * in one jar on the class path, and a working folder that holds nothing.
 *
 * @param output everything it printed
 */
public record EndingProcess(int exitCode, String output) {
    private static final long PATIENCE_SECONDS = 90;

    /** Starts it and waits for its end. */
    public static EndingProcess run(Path folder, String... arguments) {
        try {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-cp", classPath(folder)));
            command.add(BridgeApplication.class.getName());
            command.addAll(List.of(arguments));
            var output = folder.resolve("output.log");
            var process = new ProcessBuilder(command)
                    .directory(Files.createDirectories(folder.resolve("empty")).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end by itself: " + Files.readString(output));
            }
            return new EndingProcess(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String classPath(Path folder) throws IOException {
        var jar = folder.resolve("hcpn-erp-bridge.jar");
        if (!Files.exists(jar)) {
            pack(jar);
        }
        return jar
                + File.pathSeparator
                + Arrays.stream(BridgeProcess.classPath().split(File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar"))
                        .collect(Collectors.joining(File.pathSeparator));
    }

    private static void pack(Path jar) throws IOException {
        var classes = classes();
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (Path file :
                    files.filter(file -> !file.equals(classes)).sorted().toList()) {
                var folder = Files.isDirectory(file);
                out.putNextEntry(new JarEntry(classes.relativize(file) + (folder ? "/" : "")));
                if (!folder) {
                    Files.copy(file, out);
                }
            }
        }
    }

    private static Path classes() {
        try {
            return Path.of(BridgeApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
