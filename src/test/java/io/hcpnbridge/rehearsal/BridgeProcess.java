package io.hcpnbridge.rehearsal;

import io.hcpnbridge.BridgeApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The adapter in a Java process of its own, which can be given little memory and be killed. */
public final class BridgeProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private BridgeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the adapter and waits until it runs. */
    public static BridgeProcess start(Surroundings surroundings, String... javaOptions) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-Duser.timezone=UTC", "-Dstdout.encoding=UTF-8", "-cp", classPath()));
        command.add(BridgeApplication.class.getName());
        command.addAll(List.of(surroundings.arguments()));
        try {
            var output = Files.createTempFile(surroundings.folder(), "bridge-", ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var bridge = new BridgeProcess(process, output);
            Awaitility.await("start of the adapter")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> bridge.output().contains("Started BridgeApplication") || !bridge.isAlive());
            if (!bridge.isAlive()) {
                throw new IllegalStateException(bridge.output());
            }
            return bridge;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has printed so far. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it: no shutdown hook, no goodbye ({@code kill -9}). */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It outlived its kill");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Without empty entries: they stand for the working folder, where Camel would find {@code routes/} a second time. */
    static String classPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
