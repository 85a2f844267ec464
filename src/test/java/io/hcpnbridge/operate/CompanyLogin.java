package io.hcpnbridge.operate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A company's identity provider: OpenID Connect with the authorization code flow, as Core 1.0 and RFC 7636 want it. A code works once, for whom it was
 * made and with the verifier of its challenge. Another site than the adapter, for a browser.
 */
final class CompanyLogin implements AutoCloseable {
    static final String CLIENT = "erp bridge";
    static final String SECRET = "between the two of us";

    private static final RSAKey KEY = key();
    private static final RSAKey FOREIGN = key();

    private final HttpServer server;
    private final String redirect;
    private final Map<String, List<String>> people = new ConcurrentHashMap<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private volatile Consumer<JWTClaimsSet.Builder> lie = claims -> {};
    private volatile RSAKey signing = KEY;

    /** What somebody has agreed to. */
    private record Grant(String person, Map<String, String> request) {}

    private CompanyLogin(HttpServer server, String redirect) {
        this.server = server;
        this.redirect = redirect;
    }

    /** @param adapter its public address */
    static CompanyLogin start(String adapter, int port) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var login = new CompanyLogin(http, adapter + "/login/oauth2/code/oidc");
        http.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, login.document()));
        http.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString()));
        http.createContext("/authorize", login::askPerson);
        http.createContext("/agree", login::agree);
        http.createContext("/token", login::giveTokens);
        http.start();
        return login;
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    CompanyLogin person(String name, String... groups) {
        people.put(name, List.of(groups));
        return this;
    }

    /** Its tokens say something else from now on. */
    CompanyLogin lying(Consumer<JWTClaimsSet.Builder> about) {
        lie = about;
        return this;
    }

    /** Its tokens are signed with a key that it does not publish. */
    CompanyLogin signingWithForeignKey() {
        signing = FOREIGN;
        return this;
    }

    CompanyLogin honest() {
        lie = claims -> {};
        signing = KEY;
        return this;
    }

    /** The person agrees, at the address that the adapter has sent the browser to; returns where the browser is sent back to. */
    URI agree(URI authorize, String person) {
        var request = parameters(authorize.getRawQuery());
        require(CLIENT.equals(request.get("client_id")), "client_id");
        require(redirect.equals(request.get("redirect_uri")), "redirect_uri");
        require("code".equals(request.get("response_type")), "response_type");
        require(List.of(request.get("scope").split(" ")).contains("openid"), "scope");
        require("S256".equals(request.get("code_challenge_method")), "code_challenge_method");
        require(request.get("state").length() > 20 && request.get("nonce").length() > 20, "state and nonce");
        var code = UUID.randomUUID().toString();
        grants.put(code, new Grant(person, request));
        return UriComponentsBuilder.fromUriString(redirect)
                .queryParam("code", code)
                .queryParam("state", URLEncoder.encode(request.get("state"), StandardCharsets.UTF_8))
                .build(true)
                .toUri();
    }

    private void askPerson(HttpExchange exchange) throws IOException {
        var links = new StringBuilder("<!DOCTYPE html><title>Company login</title>");
        people.keySet()
                .forEach(person -> links.append("<p><a href=\"/agree?person=%s&amp;to=%s\">%1$s</a></p>"
                        .formatted(
                                person,
                                URLEncoder.encode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8))));
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        answer(exchange, 200, links.toString());
    }

    private void agree(HttpExchange exchange) throws IOException {
        var agreed = parameters(exchange.getRequestURI().getRawQuery());
        var back = agree(URI.create(agreed.get("to")), agreed.get("person"));
        exchange.getResponseHeaders().add("Location", back.toString());
        answer(exchange, 302, "");
    }

    private void giveTokens(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
        var grant = grants.remove(form.getOrDefault("code", ""));
        var basic = (encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.US_ASCII);
        var expected = "Basic " + Base64.getEncoder().encodeToString(basic);
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if (grant == null || !isFor(grant.request(), form)) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            answer(
                    exchange,
                    200,
                    "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \"%s\"}"
                            .formatted(UUID.randomUUID(), token(grant)));
        }
    }

    private static boolean isFor(Map<String, String> request, Map<String, String> form) {
        return "authorization_code".equals(form.get("grant_type"))
                && request.get("redirect_uri").equals(form.get("redirect_uri"))
                && request.get("code_challenge").equals(challenge(form.getOrDefault("code_verifier", "")));
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(Grant grant) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(grant.person())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", grant.request().get("nonce"))
                .claim("groups", people.get(grant.person()));
        lie.accept(claims);
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(KEY.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String document() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "end_session_endpoint": "%1$s/logout", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"], "scopes_supported": ["openid", "profile"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"]}
                """
                .formatted(issuer());
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("current").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parameters of a query or a form. */
    static Map<String, String> parameters(String text) {
        var found = new HashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            found.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts.length < 2 ? "" : parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void require(boolean condition, String parameter) {
        if (!condition) {
            throw new IllegalArgumentException(parameter + " is not as it must be");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
