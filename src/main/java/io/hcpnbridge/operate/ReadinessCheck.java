package io.hcpnbridge.operate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What {@code helm test} runs, as the image has no shell: asks an adapter from outside whether it is ready. */
public final class ReadinessCheck {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private ReadinessCheck() {}

    /**
     * Ends normally (exit code 0) if the address answers 200, else with an exception (exit code 1).
     *
     * @param arguments one address, such as {@code http://bridge:8080/actuator/health/readiness}
     * @throws IOException if nobody answers within 10 seconds
     * @throws IllegalStateException if the answer is another one
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument is needed, the address to ask");
        }
        var request = HttpRequest.newBuilder(URI.create(arguments[0]))
                .timeout(LONGEST)
                .GET()
                .build();
        var status = status(request);
        if (status != 200) {
            throw new IllegalStateException(arguments[0] + " answers " + status);
        }
    }

    private static int status(HttpRequest request) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(LONGEST).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IOException(request.uri() + " does not answer", e);
        }
    }
}
