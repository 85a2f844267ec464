package io.hcpnbridge.operate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A machine: keeps no cookies, follows no redirects, logs in with HTTP basic or not at all. */
public final class MachineClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private MachineClient() {}

    /** A GET without a login. */
    public static HttpResponse<String> get(URI address) throws Exception {
        return send("GET", address, Map.of());
    }

    /** A GET with HTTP basic. */
    public static HttpResponse<String> get(URI address, String user, String password) throws Exception {
        return send("GET", address, Map.of("Authorization", basic(user, password)));
    }

    /** A POST of JSON with HTTP basic. */
    public static HttpResponse<String> post(URI address, String user, String password, String json) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("Authorization", basic(user, password));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    public static HttpResponse<String> send(String method, URI address, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    static String basic(String user, String password) {
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }
}
