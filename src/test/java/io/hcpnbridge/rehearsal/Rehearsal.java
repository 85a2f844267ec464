package io.hcpnbridge.rehearsal;

import io.hcpnbridge.BridgeApplication;
import io.hcpnbridge.work.RecordingInput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;

/**
 * {@code mvn spring-boot:test-run}: starts the adapter with everything it needs, drops the sample files that ship in
 * {@code mappings/} and shows what came of them. With {@code --rehearsal.exit-when-done=true} it ends by itself: 0 if every sample
 * was answered exactly as expected, else 1. With {@code --rehearsal.accept-answers=true} it writes the answers into the samples, for
 * an engineer to review: that is how a new sample gets its expected answer. With {@code --rehearsal.record-answers=true} it adds what
 * the partner said to what the check tries.
 */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) {
        try {
            run(args);
        } catch (Exception e) {
            // The services' threads would keep the process alive; Spring Boot has told the reason already.
            System.exit(1);
        }
    }

    private static void run(String[] args) throws Exception {
        var surroundings = Surroundings.start().withQueues();
        SampleWorld.seed(surroundings);
        var arguments = Stream.concat(Arrays.stream(surroundings.arguments()), Arrays.stream(args))
                .toArray(String[]::new);
        var context = new SpringApplication(BridgeApplication.class, RecordingInput.class).run(arguments);
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        var board = new Board(surroundings, port);

        List<SampleRun.Result> results;
        try (var erp = ErpClient.connect(surroundings.sftp());
                var queue = ErpQueue.connect(surroundings.broker())) {
            results = new SampleRun(erp, queue, Samples.in(Path.of("mappings"))).run();
        }
        if (context.getEnvironment().getProperty("rehearsal.accept-answers", Boolean.class, false)) {
            SampleRun.accept(results);
        }
        if (context.getEnvironment().getProperty("rehearsal.record-answers", Boolean.class, false)) {
            RecordedAnswers.add(context.getBean(RecordingInput.class).recorded());
        }
        board.show(results);

        if (context.getEnvironment().getProperty("rehearsal.exit-when-done", Boolean.class, false)) {
            var asExpected = results.stream().allMatch(SampleRun.Result::asExpected);
            var code = SpringApplication.exit(context, () -> asExpected ? 0 : 1);
            surroundings.close();
            System.exit(code);
        }
    }
}
