package io.hcpnbridge.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded run in a process of its own: with settings of one's own, and ended in the middle of the samples. */
@Tag("slow")
@Tag("processes")
class RehearsalEndTest {
    @TempDir
    private Path folder;

    @Test
    void itTakesAnySettingAndEndsQuicklyWithoutAWord() throws IOException, InterruptedException {
        var port = FreePort.find();
        var output = folder.resolve("output");
        var run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Rehearsal.class.getName(),
                        "--server.port=" + port,
                        "--work.tries=4")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> Files.readString(output).contains("Started Rehearsal") || !run.isAlive());
            assertThat(liveness(port)).isEqualTo(200);
            var before = Files.readString(output);

            run.destroy();

            assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isEqualTo(128 + 15);
            assertThat(Files.readString(output).substring(before.length()))
                    .doesNotContain("\tat ", "Exception", "ERROR", "WARN");
        } finally {
            run.destroyForcibly();
        }
    }

    private static int liveness(int port) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness"))
                .build();
        return HttpClient.newHttpClient().send(asked, BodyHandlers.ofString()).statusCode();
    }
}
