package io.hcpnbridge.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import io.hcpnbridge.standin.state.Keys;
import io.hcpnbridge.standin.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small client that signs with the official signer and sends what it signed. */
public final class SignedClient {
    private static final DateTimeFormatter SDK_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;
    private final Keys keys;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Instant now;
    private Duration timeout = TIMEOUT;

    public SignedClient(URI endpoint, Keys keys) {
        this.endpoint = endpoint;
        this.keys = keys;
    }

    /** Signs and sends a header more. */
    public SignedClient with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public SignedClient at(Instant time) {
        now = time;
        return this;
    }

    public SignedClient waiting(Duration time) {
        timeout = time;
        return this;
    }

    /** @param query name and value in turns, decoded; a value of null is sent as the name alone */
    public Answer get(String path, String... query) throws IOException, InterruptedException {
        return send("GET", path, null, query);
    }

    public Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json);
    }

    public Answer put(String path, String json) throws IOException, InterruptedException {
        return send("PUT", path, json);
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, null);
    }

    private Answer send(String method, String path, String body, String... query)
            throws IOException, InterruptedException {
        var signed = com.huaweicloud.sdk.core.http.HttpRequest.newBuilder()
                .withMethod(HttpMethod.valueOf(method))
                .withEndpoint(endpoint.toString())
                .withPath(path);
        StringBuilder target = new StringBuilder(path);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < query.length; i += 2) {
            parameters.computeIfAbsent(query[i], n -> new ArrayList<>()).add(query[i + 1] == null ? "" : query[i + 1]);
            target.append(i == 0 ? '?' : '&').append(encode(query[i]));
            if (query[i + 1] != null) {
                target.append('=').append(encode(query[i + 1]));
            }
        }
        parameters.forEach(signed::addQueryParam);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("X-Sdk-Date", SDK_DATE.format(now == null ? Instant.now() : now));
        if (keys.securityToken() != null) {
            all.put("X-Security-Token", keys.securityToken());
        }
        signed.addHeaders(all);
        if (body != null) {
            signed.withBodyAsString(body);
        }
        var signature = AKSKSigner.getInstance()
                .sign(
                        signed.build(),
                        new GlobalCredentials().withAk(keys.accessKey()).withSk(keys.secretKey()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + target.toString()))
                .timeout(timeout)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", signature.get("Authorization"));
        all.forEach(request::header);
        return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() throws IOException {
            return Json.read(response.body());
        }

        public String code() throws IOException {
            return json().path("error_code").asText(null);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
