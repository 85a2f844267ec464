package io.hcpnbridge.standin.signon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

/**
 * The partner cloud's login, on loopback, by the manual's Web UI mode: {@code /authui/saml/login} sends a browser to the identity provider whose
 * metadata were uploaded under its platform id; the consumer verifies what comes back, asks whoever has no account yet to make one, tells the
 * provider's notification address of it, and lets the browser on to the page it was to reach.
 */
public final class PartnerLogin implements AutoCloseable {
    private final Certified key = Certified.of("auth.partner.example");
    private final HttpServer server;
    private final PartnerCloud cloud;
    private final Map<String, Provider> providers = new ConcurrentHashMap<>();
    private final Map<String, Wish> open = new ConcurrentHashMap<>();
    private final Map<String, String> accounts = new ConcurrentHashMap<>();
    private final List<SignedOn> signedOn = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    /** An identity provider, as a partner uploaded it. */
    private record Provider(String entityId, String login, List<String> certificates, URI notices) {}

    /** What a browser came for. */
    private record Wish(String platform, String request, boolean first, String service) {}

    /** Somebody whose assertion was taken. */
    public record SignedOn(String platform, Map<String, String> attributes, String account) {}

    /** @param port 0 for any that is free */
    public PartnerLogin(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cloud = new PartnerCloud(address(), key);
        server.createContext("/authui/saml/login", exchange -> answer(exchange, this::login));
        server.createContext("/authui/saml/SAMLAssertionConsumer", exchange -> answer(exchange, this::consume));
        server.createContext("/authui/register", exchange -> answer(exchange, this::register));
        server.createContext("/console", exchange -> answer(exchange, this::console));
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
    }

    /** Where it listens: {@code http://127.0.0.1:port}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String loginAddress() {
        return address() + "/authui/saml/login";
    }

    /** By which it signs. */
    public Certified key() {
        return key;
    }

    /** Its messages and metadata. */
    public PartnerCloud cloud() {
        return cloud;
    }

    /**
     * What a person does in Partner Center: downloads the metadata of an identity provider, uploads them here and names the address for notices.
     *
     * @param provider its address, below which are {@code metadata.xml} and {@code bindings}
     */
    public void upload(String platform, String provider) throws IOException, InterruptedException {
        var metadata = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(provider + "/metadata.xml"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        upload(platform, metadata.body(), URI.create(provider + "/bindings"));
    }

    private void upload(String platform, String metadata, URI notices) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            var document = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(metadata.getBytes(StandardCharsets.UTF_8)));
            var parsed = com.onelogin.saml2.settings.IdPMetadataParser.parseXML(document);
            providers.put(
                    platform,
                    new Provider(
                            (String) parsed.get("onelogin.saml2.idp.entityid"),
                            parsed.get("onelogin.saml2.idp.single_sign_on_service.url")
                                    .toString(),
                            certificates(parsed),
                            notices));
        } catch (Exception e) {
            throw new IllegalArgumentException("These are no metadata", e);
        }
    }

    /** The library names a single one and several ones differently. */
    private static List<String> certificates(Map<String, Object> parsed) {
        return new TreeMap<>(parsed)
                .entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("onelogin.saml2.idp.x509cert"))
                        .map(entry -> (String) entry.getValue())
                        .toList();
    }

    /** An account is bound to the customer's of a partner beforehand. */
    public void bind(String platform, String user, String account) {
        accounts.put(platform + " " + user, account);
    }

    public List<SignedOn> signedOn() {
        return List.copyOf(signedOn);
    }

    /** Why assertions were not taken. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Page login(HttpExchange exchange, Map<String, String> asked) {
        var platform = asked.get("xAccountType");
        var provider = platform == null ? null : providers.get(platform);
        if (provider == null) {
            return Page.of(404, "There is no such platform");
        }
        var id = "_" + UUID.randomUUID();
        var state = UUID.randomUUID().toString();
        open.put(state, new Wish(platform, id, "true".equals(asked.get("isFirstLogin")), asked.get("service")));
        var request = cloud.signOn(id, provider.login(), Instant.now().truncatedTo(ChronoUnit.SECONDS), "");
        var sent = cloud.sent(request).withState(state);
        return Page.elsewhere(provider.login() + "?" + sent.query());
    }

    private Page consume(HttpExchange exchange, Map<String, String> posted) throws Exception {
        var wish = open.remove(posted.getOrDefault("RelayState", ""));
        if (wish == null || !exchange.getRequestMethod().equals("POST")) {
            refused.add("no such state");
            return Page.of(403, "Nobody was asked");
        }
        var provider = providers.get(wish.platform());
        var response = cloud.received(
                posted.get("SAMLResponse"),
                provider.entityId(),
                provider.certificates().toArray(String[]::new));
        if (!response.isValid(wish.request())) {
            refused.add(response.getError());
            return Page.of(403, "The assertion was not taken");
        }
        var attributes = new TreeMap<String, String>();
        response.getAttributes().forEach((name, values) -> attributes.put(name, values.get(0)));
        var account = accounts.get(wish.platform() + " " + attributes.get("xUserId"));
        if (account == null && wish.first()) {
            var ticket = UUID.randomUUID().toString();
            open.put(ticket, wish);
            return Page.of(
                    200,
                    "<h1>Bind an account</h1><form method='post' action='/authui/register'><input type='hidden' name='ticket' value='"
                            + ticket + "'><input type='hidden' name='user' value='" + attributes.get("xUserId")
                            + "'><button>Create and bind</button></form>");
        }
        if (account == null) {
            return Page.of(403, "No account is bound");
        }
        return enter(wish, attributes, account);
    }

    private Page register(HttpExchange exchange, Map<String, String> posted) throws Exception {
        var wish = open.remove(posted.getOrDefault("ticket", ""));
        if (wish == null) {
            return Page.of(403, "No such ticket");
        }
        var user = posted.get("user");
        var account = "account-of-" + user;
        bind(wish.platform(), user, account);
        var json = "{\"domainName\":\"%s\",\"domainId\":\"id-of-%s\",\"xUserId\":\"%s\",\"bindAction\":1}"
                .formatted(account, user, user);
        notify(wish.platform(), cloud.notice(json));
        return enter(wish, new TreeMap<>(Map.of("xUserId", user)), account);
    }

    private Page enter(Wish wish, Map<String, String> attributes, String account) {
        signedOn.add(new SignedOn(wish.platform(), attributes, account));
        return Page.elsewhere(wish.service()).with("Set-Cookie", "console=" + account + "; Path=/; HttpOnly");
    }

    /** Tells the partner's address for notices of something; gives the status of its answer. */
    public int notify(String platform, Map<String, String> notice) throws IOException, InterruptedException {
        var body = notice.entrySet().stream()
                .map(field -> field.getKey() + "=" + PartnerCloud.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(providers.get(platform).notices())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Page console(HttpExchange exchange, Map<String, String> asked) {
        var cookies =
                exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).toString();
        var account = cookies.replaceFirst("(?s).*console=([^;\\]]*).*", "$1");
        return cookies.contains("console=")
                ? Page.of(200, "<h1>Console</h1><p id='account'>" + account + "</p>")
                : Page.of(403, "Nobody is signed on");
    }

    /** What is answered. */
    private record Page(int status, Map<String, String> headers, String body) {
        static Page of(int status, String html) {
            return new Page(
                    status,
                    Map.of("Content-Type", "text/html;charset=UTF-8"),
                    "<!DOCTYPE html><html lang='en'><title>Partner cloud</title><body>" + html);
        }

        static Page elsewhere(String address) {
            return new Page(302, Map.of("Location", address), "");
        }

        Page with(String header, String value) {
            var more = new TreeMap<>(headers);
            more.put(header, value);
            return new Page(status, more, body);
        }
    }

    @FunctionalInterface
    private interface Handler {
        Page answer(HttpExchange exchange, Map<String, String> parameters) throws Exception;
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Page page;
            try {
                page = handler.answer(exchange, parameters(exchange));
            } catch (Exception e) {
                refused.add(e.toString());
                page = Page.of(500, "Something went wrong");
            }
            page.headers().forEach(exchange.getResponseHeaders()::add);
            var body = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) throws IOException {
        var posted = new String(exchange.getRequestBody().readNBytes(200_000), StandardCharsets.UTF_8);
        var query = exchange.getRequestURI().getRawQuery();
        var pairs = new ArrayList<String>();
        Stream.of(query == null ? "" : query, posted)
                .flatMap(text -> Stream.of(text.split("&")))
                .forEach(pairs::add);
        return pairs.stream()
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, other) -> first));
    }
}
