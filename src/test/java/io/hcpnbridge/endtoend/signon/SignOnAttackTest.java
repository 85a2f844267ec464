package io.hcpnbridge.endtoend.signon;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.signon.Certified;
import io.hcpnbridge.standin.signon.PartnerCloud;
import io.hcpnbridge.standin.signon.PartnerLogin;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever knocks at the port for sign-on without being the partner, or a browser with a link, gets nothing. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOnAttackTest {
    private static final String NOTICE =
            "{\"domainName\":\"a\",\"domainId\":\"id-1\",\"xUserId\":\"user-1\",\"bindAction\":1}";

    private Doorstep doorstep;
    private PartnerLogin partner;
    private final HttpClient http = HttpClient.newHttpClient();
    private String portal;
    private RunningBridge bridge;

    @BeforeAll
    void start() throws Exception {
        doorstep = Doorstep.open(surroundings ->
                surroundings.set("sign-on.requests-a-second", "1000").set("erp.queue.event", "erp.events"));
        partner = doorstep.partner();
        portal = doorstep.portal();
        bridge = doorstep.bridge();
        partner.bind(Surroundings.PLATFORM, "user-1", "bound-before");
    }

    @AfterAll
    void stop() {
        doorstep.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/desk",
                "/desk/",
                "/login",
                "/api/v1/overview",
                "/actuator",
                "/actuator/health",
                "/actuator/hawtio/",
                "/actuator/prometheus",
                "/actuator/jolokia",
                "/livez",
                "/readyz",
                "/openapi.json",
                "/webjars/htmx.org/htmx.min.js",
                "/saml",
                "/saml/acme",
                "/saml/acme/",
                "/saml/nobody/metadata.xml",
                "/saml/acme/metadata.xml/",
                "/saml/ACME/metadata.xml",
                "/saml/acme/other",
                "/s",
                "/s/",
                "/s/a/b",
                "/../actuator/health",
                "/saml/acme/..%2f..%2factuator/health",
                "/saml/acme;a=b/metadata.xml",
                "//saml/acme/metadata.xml",
                "/%73/unknown"
            })
    void nothingElseIsAtThePort(String path) throws Exception {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .containsPattern("\\AHTTP/1.1 (404|400) ")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("attacker.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "PATCH"})
    void noAddressTakesAnotherMethod(String method) throws Exception {
        var answer =
                raw(method + " /saml/acme/login HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("\\AHTTP/1.1 (404|400|405) ");
    }

    @Test
    void theDeskHasNothingOfThePort() throws Exception {
        var desk = bridge.bridge().console().toString().replaceFirst("(https?://[^/]+).*", "$1");

        assertThat(send(desk + "/saml/acme/metadata.xml").statusCode()).isNotEqualTo(200);
        assertThat(send(desk + "/s/x").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aRequestOfThePartnerSaysNothingToABrowserWithoutALink() throws Exception {
        var answer = send(portal + "/saml/acme/login?" + request().query());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("SAMLResponse");
    }

    @Test
    void aRequestIsAnsweredOnce() throws Exception {
        var query = request().query();
        var first = follow(link("A-1"));
        var second = follow(link("A-2"));

        assertThat(first.once(portal + "/saml/acme/login?" + query).body()).contains("SAMLResponse");
        assertThat(first.once(portal + "/saml/acme/login?" + query).statusCode())
                .isEqualTo(403);
        assertThat(second.once(portal + "/saml/acme/login?" + query).statusCode())
                .isEqualTo(403);
        assertThat(second.once(portal + "/saml/acme/login?" + request().query()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsNotThePartnerIsToldNothing() throws Exception {
        var browser = follow(link("A-3"));
        var foreign = new PartnerCloud.Sent(request().xml(), Certified.of("auth.partner.example"));
        var unsigned = new PartnerCloud.Sent(request().xml(), null, null, "s");
        for (var query : List.of(foreign.query(), unsigned.query(), "SAMLRequest=x", "")) {
            assertThat(browser.once(portal + "/saml/acme/login?" + query).statusCode())
                    .isEqualTo(400);
        }

        assertThat(browser.once(portal + "/saml/acme/login?" + request().query())
                        .body())
                .contains("SAMLResponse");
    }

    /** The request's own signature, wherever it stands in its XML, counts for nothing: only the query's does. */
    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "around", "extension", "object", "twin", "nested", "detached"})
    void aRequestWrappedAroundASignatureIsNone(String shape) throws Exception {
        var good = request().xml();
        var signature =
                "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo/><ds:SignatureValue>x</ds:SignatureValue>"
                        + "<ds:Object>%s</ds:Object></ds:Signature>".formatted(shape.equals("object") ? good : "");
        var forged = good.replaceFirst("ID=\"[^\"]*\"", "ID=\"_forged\"");
        var body = good.indexOf('>') + 1;
        var wrapped =
                switch (shape) {
                    case "before" ->
                        forged.substring(0, forged.indexOf('>') + 1)
                                + signature
                                + good
                                + forged.substring(forged.indexOf('>') + 1);
                    case "after" ->
                        forged.replace("</saml2p:AuthnRequest>", signature + good + "</saml2p:AuthnRequest>");
                    case "around" ->
                        "<saml2p:Extra xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\">" + forged + good
                                + "</saml2p:Extra>";
                    case "extension" ->
                        forged.replace(
                                "</saml2p:AuthnRequest>",
                                "<saml2p:Extensions>" + good + "</saml2p:Extensions>" + signature
                                        + "</saml2p:AuthnRequest>");
                    case "object" -> forged.replace("</saml2p:AuthnRequest>", signature + "</saml2p:AuthnRequest>");
                    case "twin" -> forged + good;
                    case "nested" -> good.substring(0, body) + forged + signature + good.substring(body);
                    default -> signature + forged;
                };
        var browser = follow(link("W-" + shape));

        var unsigned = new PartnerCloud.Sent(wrapped, null, PartnerCloud.RSA_SHA256, "s").query();
        var borrowed = unsigned + "&Signature=" + request().query().replaceFirst(".*&Signature=", "");
        for (var query : List.of(unsigned, borrowed)) {
            assertThat(browser.once(portal + "/saml/acme/login?" + query).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void anotherBrowserCannotGoOnWithSomebodysRequest() throws Exception {
        var link = link("A-4");
        follow(link);
        var attacker = new CustomerBrowser();

        assertThat(attacker.once(portal + "/saml/acme/login?" + request().query())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aLinkIsNotFollowedForEver() throws Exception {
        var link = link("A-5");
        var statuses = IntStream.range(0, 25).mapToObj(n -> status(link)).collect(Collectors.toSet());

        assertThat(statuses).containsExactlyInAnyOrder(303, 410);
        assertThat(bridge.ledger()
                        .sql(
                                "select count(*) from sign_on_session join sign_on_link on id = link_id where document = 'A-5'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void noticesThatThePartnerDidNotSignAreRefused() throws Exception {
        var good = partner.cloud().notice(NOTICE);
        var changed = Map.of(
                "bindRequest",
                        Base64.getEncoder()
                                .encodeToString(
                                        NOTICE.replace("user-1", "user-2").getBytes(StandardCharsets.UTF_8)),
                "SigAlg", good.get("SigAlg"),
                "Signature", good.get("Signature"));
        var foreign = partner.cloud().notice(NOTICE, Certified.of("auth.partner.example"));
        var unsigned = Map.of("bindRequest", good.get("bindRequest"));
        var weak = Map.of(
                "bindRequest", good.get("bindRequest"),
                "SigAlg", "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
                "Signature", good.get("Signature"));
        var noObject = partner.cloud().notice("[1]");
        for (var notice : List.of(changed, foreign, unsigned, weak, noObject, Map.<String, String>of())) {
            assertThat(partner.notify(Surroundings.PLATFORM, notice)).isEqualTo(400);
        }

        assertThat(notices()).isZero();
        assertThat(partner.notify(Surroundings.PLATFORM, good)).isEqualTo(200);
        assertThat(partner.notify(Surroundings.PLATFORM, good)).isEqualTo(200);
        assertThat(notices()).isOne();
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws Exception {
        var large = Map.of("bindRequest", "A".repeat(100_000), "Signature", "x");

        assertThat(partner.notify(Surroundings.PLATFORM, large)).isIn(400, 413);
    }

    @Test
    void thousandsOfStrangersAreRefusedCountedAndToldInALine(CapturedOutput output) throws Exception {
        var before = refused();
        var paths = List.of(
                "/s/" + "A".repeat(43),
                "/saml/acme/login?SAMLRequest=x",
                "/saml/acme/login?" + request().query(),
                "/s/short");
        for (int n = 0; n < 50; n++) {
            IntStream.range(0, 200)
                    .mapToObj(i -> paths.get(i % paths.size()))
                    .map(path -> http.sendAsync(
                            HttpRequest.newBuilder(URI.create(portal + path)).build(),
                            HttpResponse.BodyHandlers.discarding()))
                    .toList()
                    .forEach(answer -> assertThat(answer.handle((done, failed) -> done == null ? 0 : done.statusCode())
                                    .join())
                            .isIn(0, 400, 403, 410, 503));
        }

        assertThat(refused() - before).isGreaterThan(1_000);
        assertThat(output.getOut()
                        .lines()
                        .filter(line -> line.contains("Refused at the port for sign-on"))
                        .count())
                .isLessThanOrEqualTo(10);
        assertThat(send(portal + "/saml/acme/metadata.xml").statusCode()).isIn(200, 503);
    }

    private double refused() {
        return bridge.bridge().bean(MeterRegistry.class).find("bridge.sign.on.refused").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private int notices() {
        return bridge.ledger()
                .sql("select count(*) from binding_notice")
                .query(Integer.class)
                .single();
    }

    private PartnerCloud.Sent request() {
        return partner.cloud()
                .sent(partner.cloud()
                        .signOn(portal + "/saml/acme/login", Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    private String link(String document) {
        return ErpMessage.user(bridge, document, "SIGN-ON", "user-1", "console")
                .path("link")
                .asText();
    }

    private CustomerBrowser follow(String link) throws Exception {
        var browser = new CustomerBrowser();
        assertThat(browser.once(link).statusCode()).isEqualTo(303);
        return browser;
    }

    private int status(String address) {
        try {
            return send(address).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As it stands, without a client that makes it proper. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", URI.create(portal).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
