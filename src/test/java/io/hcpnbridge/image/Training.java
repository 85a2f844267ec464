package io.hcpnbridge.image;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.SampleRun;
import io.hcpnbridge.rehearsal.SampleWorld;
import io.hcpnbridge.rehearsal.Samples;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes the image's AOT cache: runs what stands in the image, with the image's own Java, until all samples have been answered, and
 * lets Java write down which classes were loaded, linked and busy.
 */
public final class Training {
    private static final Pattern SECRET =
            Pattern.compile("^--(erp|operator|partner|spring[.]artemis).*(password|-key)=");
    private static final Duration WRITING = Duration.ofMinutes(3);

    private Training() {}

    /**
     * Ends with 0 when the cache has been written.
     *
     * @param args the tar of the image without a cache; the folder that gets {@code extra/app/bridge.aot}
     */
    public static void main(String[] args) {
        try {
            train(Path.of(args[0]), Path.of(args[1]));
        } catch (Exception e) {
            // The threads of the services would keep the process alive.
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void train(Path image, Path folder) throws IOException {
        var layout = folder.resolve("layout");
        ImageTar.read(image).unpack(layout);
        var cache = folder.resolve("extra/app/bridge.aot");
        Files.createDirectories(cache.getParent());

        var surroundings = Surroundings.start().withQueues();
        SampleWorld.seed(surroundings);
        try (var bridge =
                BridgeProcess.launch(surroundings, command(layout, cache)).awaitStart()) {
            answerSamples(surroundings);
            bridge.terminate();
            bridge.awaitEnd(WRITING);
            if (!Files.exists(cache)) {
                throw new IllegalStateException(bridge.output());
            }
            refuseSecrets(surroundings, cache);
        } finally {
            surroundings.close();
        }
    }

    /** The image's command with this folder as its root; the cache holds for the same jars elsewhere. */
    private static List<String> command(Path layout, Path cache) throws IOException {
        var classPath = Files.readString(layout.resolve("app/jib-classpath-file"))
                .strip()
                .replace("/app/", layout.resolve("app") + "/");
        return List.of(
                layout.resolve("opt/java/bin/java").toString(),
                "-XX:AOTCacheOutput=" + cache,
                "-cp",
                classPath,
                "io.hcpnbridge.BridgeApplication");
    }

    /** A cache holds classes, not what the run was configured with; not even keys of a stand-in may get into an image. */
    private static void refuseSecrets(Surroundings surroundings, Path cache) throws IOException {
        var content = new String(Files.readAllBytes(cache), StandardCharsets.ISO_8859_1);
        for (var argument : surroundings.arguments()) {
            var value = argument.substring(argument.indexOf('=') + 1);
            if (SECRET.matcher(argument).find() && content.contains(value)) {
                throw new IllegalStateException("The cache holds the value of " + argument.replace(value, "…"));
            }
        }
    }

    private static void answerSamples(Surroundings surroundings) {
        List<SampleRun.Result> results;
        try (var erp = ErpClient.connect(surroundings.sftp());
                var queue = ErpQueue.connect(surroundings.broker())) {
            results = new SampleRun(erp, queue, Samples.ofApis(Path.of("mappings"))).run();
        }
        for (var result : results) {
            if (!result.asExpected()) {
                throw new IllegalStateException(result.sample().in() + ": " + result.difference());
            }
        }
    }
}
