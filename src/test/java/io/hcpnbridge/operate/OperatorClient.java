package io.hcpnbridge.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A person with a browser, without the browser: keeps cookies, follows no redirects, sends the CSRF token. */
final class OperatorClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningConsole console;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    OperatorClient(RunningConsole console) {
        this.console = console;
    }

    static OperatorClient loggedInTo(RunningConsole console) throws Exception {
        var client = new OperatorClient(console);
        var answer = client.login(RunningConsole.USER, RunningConsole.PASSWORD);
        if (!answer.headers().firstValue("Location").orElse("").contains("/actuator/hawtio/")) {
            throw new IllegalStateException("login answered " + answer.statusCode() + " " + answer.headers());
        }
        return client;
    }

    HttpResponse<String> login(String user, String password) throws IOException, InterruptedException {
        var page = get("/login");
        if (!page.body().contains("<form method=\"post\" action=\"/login\">")) {
            throw new IllegalStateException("no login form: " + page.statusCode() + " " + page.body());
        }
        String fields = "username=" + encoded(user) + "&password=" + encoded(password);
        return send(HttpRequest.newBuilder(console.at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(console.at(path)).header("Accept", "text/html,application/json"));
    }

    /**
     * One Jolokia request over POST, as Hawtio sends it.
     *
     * @param request JSON with single quotes for double ones
     */
    JsonNode jolokia(String request) throws IOException, InterruptedException {
        return JSON.readTree(post("/actuator/hawtio/jolokia", request.replace('\'', '"'), cookie("XSRF-TOKEN"))
                .body());
    }

    HttpResponse<String> post(String path, String body, String csrfToken) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(console.at(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrfToken)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Any request, with the CSRF token and these headers; an empty value leaves one out. */
    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(console.at(path))
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return send(request);
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
