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
import org.awaitility.core.ConditionTimeoutException;

/** The adapter in a Java process of its own, which can be given little memory, be stopped and be killed. */
public final class BridgeProcess implements AutoCloseable {
    /** Most live for seconds: compiling better code would take longer than it saves. A test's own options come after these. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final ShippedProgram SHIPPED = System.getProperty("shipped.jar") == null
            ? null
            : new ShippedProgram(Path.of(System.getProperty("shipped.jar")));

    private final Process process;
    private final Path output;

    private BridgeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the adapter with the classes and the Java of this test and waits until it runs. */
    public static BridgeProcess start(Surroundings surroundings, String... javaOptions) {
        var bridge = launch(surroundings, javaOptions);
        try {
            return bridge.awaitStart();
        } catch (RuntimeException e) {
            bridge.kill();
            throw e;
        }
    }

    /** Begins to start the adapter: the classes of this test, or the finished jar that {@code -Dshipped.jar} names. */
    public static BridgeProcess launch(Surroundings surroundings, String... javaOptions) {
        var options = new ArrayList<>(SHORT_LIVED);
        options.addAll(List.of(javaOptions));
        options.addAll(List.of("-Duser.timezone=UTC", "-Dstdout.encoding=UTF-8"));
        var command = new ArrayList<>(List.of(JAVA));
        command.addAll(options);
        command.addAll(
                SHIPPED == null
                        ? List.of("-cp", classPath(), BridgeApplication.class.getName())
                        : SHIPPED.options(surroundings, options));
        return launch(surroundings, command);
    }

    /** Begins to start the adapter by a command of one's own, to which its configuration is added. */
    public static BridgeProcess launch(Surroundings surroundings, List<String> command) {
        try {
            var words = new ArrayList<>(command);
            words.addAll(List.of(surroundings.arguments()));
            var output = Files.createTempFile(surroundings.folder(), "bridge-", ".log");
            var process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new BridgeProcess(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it runs. */
    public BridgeProcess awaitStart() {
        try {
            Awaitility.await("start of the adapter")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> output().contains("Started BridgeApplication") || !isAlive());
        } catch (ConditionTimeoutException e) {
            kill();
            throw e;
        }
        if (!isAlive()) {
            throw new IllegalStateException(output());
        }
        return this;
    }

    public long pid() {
        return process.pid();
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

    /** Asks it to stop, as an orchestrator does (SIGTERM); does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** Lets it stand still (SIGSTOP), as a paused machine does. */
    public void pause() {
        signal("-STOP");
    }

    /** Lets it go on. */
    public void goOn() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", name, String.valueOf(pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill " + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end; returns its exit code. */
    public int awaitEnd(Duration longest) {
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("It still runs after " + longest + ":\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills it: no shutdown hook, no goodbye ({@code kill -9}). */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
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
