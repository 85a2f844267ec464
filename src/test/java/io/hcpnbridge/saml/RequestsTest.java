package io.hcpnbridge.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hcpnbridge.saml.RefusedMessageException.Rule;
import io.hcpnbridge.standin.signon.Certified;
import io.hcpnbridge.standin.signon.PartnerCloud;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken from browsers as the partner's request, and what is not. */
class RequestsTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final Certified KEY = Certified.of("auth.partner.example");
    private static final Certified FOREIGN = Certified.of("auth.partner.example");
    private static final PartnerCloud PARTNER = new PartnerCloud("https://auth.partner.example", KEY);
    private static final IdentityProvider OWN = new IdentityProvider(
            "https://sso.erp.example/saml/acme",
            URI.create("https://sso.erp.example/saml/acme/login"),
            URI.create("https://sso.erp.example/saml/acme/logout"));

    private final Requests requests = new Requests(
            OWN,
            ServiceProvider.of(PARTNER.metadata()),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aRequestOfThePartnerIsTaken() throws Exception {
        var request =
                requests.signOn(PARTNER.sent(PARTNER.signOn("_r1", OWN.login().toString(), NOW, ""))
                        .query());

        assertThat(request).isEqualTo(new SignOnRequest("_r1", URI.create(PARTNER.consumer()), "state-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PartnerCloud.RSA_SHA256, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"})
    void soAreAlgorithmsThatAreTrusted(String algorithm) throws Exception {
        assertThat(requests.signOn(PARTNER.sent(request()).with(algorithm).query())
                        .id())
                .isNotNull();
    }

    @Test
    void theStateMayBeLeftOut() throws Exception {
        var sent = new PartnerCloud.Sent(request(), KEY, PartnerCloud.RSA_SHA256, null);

        assertThat(requests.signOn(sent.query()).relayState()).isNull();
    }

    @Test
    void parametersThatAreNotOfTheBindingDoNotMatter() throws Exception {
        assertThat(requests.signOn("lang=zh&" + PARTNER.sent(request()).query() + "&x"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"-PT5M59S,true", "PT59S,true", "-PT6M1S,false", "PT1M1S,false"})
    void aRequestIsTakenForSomeMinutes(Duration old, boolean taken) {
        var sent = PARTNER.sent(PARTNER.signOn(OWN.login().toString(), NOW.plus(old)));

        assertThat(rule(sent.query())).isEqualTo(taken ? null : Rule.TIME);
    }

    @Test
    void nobodyElseIsTakenForThePartner() {
        assertThat(rule(new PartnerCloud.Sent(request(), FOREIGN).query())).isEqualTo(Rule.SIGNATURE);
        assertThat(rule(new PartnerCloud.Sent(request(), null).query())).isEqualTo(Rule.SIGNATURE);
        assertThat(rule(new PartnerCloud.Sent(request(), null, null, null).query()))
                .isEqualTo(Rule.SIGNATURE);
        assertThat(rule(PARTNER.sent(request())
                        .with("http://www.w3.org/2000/09/xmldsig#rsa-sha1")
                        .query()))
                .isEqualTo(Rule.SIGNATURE);
        assertThat(rule(PARTNER.sent(request()).query().replace("state-1", "state-2")))
                .isEqualTo(Rule.SIGNATURE);
        assertThat(rule(PARTNER.sent(request()).query().replace("&RelayState=state-1", "")))
                .isEqualTo(Rule.SIGNATURE);
    }

    /** A second parameter of the same name: which one is signed, and which one is read? */
    @ParameterizedTest
    @ValueSource(strings = {"SAMLRequest", "RelayState", "SigAlg", "Signature"})
    void noParameterMayBeThereTwice(String name) {
        assertThat(rule(PARTNER.sent(request()).query() + "&" + name + "=x")).isEqualTo(Rule.QUERY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SAMLRequest", "SAMLRequest=", "SAMLRequest=%%%&SigAlg=x&Signature=x", "a=b"})
    void whatIsNoRequestIsRefused(String query) {
        assertThat(rule(query)).isIn(Rule.QUERY, Rule.SIGNATURE);
    }

    @Test
    void thereMustBeAQuery() {
        assertThat(rule(null)).isEqualTo(Rule.QUERY);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void whatThePartnerSignedForSomethingElseIsRefused(Rule rule, String xml) {
        assertThat(rule(PARTNER.sent(xml).query())).isEqualTo(rule);
    }

    static Stream<Arguments> foreign() {
        var login = OWN.login().toString();
        var good = PARTNER.signOn("_r1", login, NOW, "");
        return Stream.of(
                Arguments.of(Rule.DESTINATION, good.replace(login, "https://other.example/saml/acme/login")),
                Arguments.of(Rule.DESTINATION, good.replace("Destination=\"" + login + "\"", "")),
                Arguments.of(
                        Rule.ISSUER, good.replace(">" + PARTNER.entityId() + "<", ">https://auth.other.example/<")),
                Arguments.of(Rule.ISSUER, good.replace(">" + PARTNER.entityId() + "<", "><")),
                Arguments.of(Rule.XML, good.replace("Version=\"2.0\"", "Version=\"1.1\"")),
                Arguments.of(
                        Rule.CONSUMER,
                        good.replace(PARTNER.consumer(), "https://attacker.example/authui/saml/SAMLAssertionConsumer")),
                Arguments.of(Rule.CONSUMER, good.replace("bindings:HTTP-POST", "bindings:HTTP-Artifact")),
                Arguments.of(
                        Rule.CONSUMER,
                        good.replace(
                                "AssertionConsumerServiceURL=\"" + PARTNER.consumer() + "\"",
                                "AssertionConsumerServiceIndex=\"7\"")),
                Arguments.of(Rule.XML, good.replace("ID=\"_r1\"", "")),
                Arguments.of(Rule.XML, good.replace("_r1", "_" + "r".repeat(300))),
                Arguments.of(Rule.XML, PARTNER.logout(login, NOW)),
                Arguments.of(Rule.XML, "no xml"),
                Arguments.of(Rule.XML, "<a/>"),
                Arguments.of(Rule.XML, "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + good),
                Arguments.of(Rule.XML, "<!DOCTYPE a SYSTEM \"https://attacker.example/a.dtd\">" + good),
                Arguments.of(Rule.XML, laughs(good)),
                Arguments.of(Rule.XML, good + good));
    }

    @Test
    void anotherConsumerOfItsMetadataMayBeNamedByItsNumber() throws Exception {
        var xml = request()
                .replace(
                        "AssertionConsumerServiceURL=\"" + PARTNER.consumer() + "\"",
                        "AssertionConsumerServiceIndex=\"0\"");

        assertThat(requests.signOn(PARTNER.sent(xml).query()).consumer().toString())
                .isEqualTo(PARTNER.consumer());
    }

    @Test
    void whatWouldFillTheMemoryIsNotRead() {
        var bomb = "<a>" + " ".repeat(200_000_000) + "</a>";

        assertThat(rule("SAMLRequest=" + "A".repeat(20_000))).isEqualTo(Rule.SIZE);
        assertThat(rule(PARTNER.sent(" ".repeat(70_000)).query())).isEqualTo(Rule.SIZE);
        assertThat(PartnerCloud.deflated(bomb).length).isGreaterThan(100_000);
        assertThat(rule(new PartnerCloud.Sent(request(), KEY, PartnerCloud.RSA_SHA256, "s".repeat(3_000)).query()))
                .isEqualTo(Rule.SIZE);
    }

    @Test
    void aRefusalSaysNothingOfTheMessage() {
        var refused = catchThrowableOfType(
                RefusedMessageException.class,
                () -> requests.signOn(PARTNER.sent("<secret-content>").query()));

        assertThat(refused).hasMessageNotContaining("secret-content").hasNoCause();
    }

    @Test
    void aLogoutIsReadAtItsOwnAddressOnly() throws Exception {
        var logout = PARTNER.logout(OWN.logout().toString(), NOW);

        assertThat(requests.logout(PARTNER.sent(logout).query()).relayState()).isEqualTo("state-1");
        assertThat(rule(PARTNER.sent(logout).query())).isEqualTo(Rule.XML);
    }

    private static String request() {
        return PARTNER.signOn(OWN.login().toString(), NOW);
    }

    private static String laughs(String good) {
        var entities = new StringBuilder("<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        return "<!DOCTYPE r [" + entities + "]>" + good.replace("state", "&l9;");
    }

    /** Null if it is taken. */
    private Rule rule(String query) {
        try {
            requests.signOn(query);
            return null;
        } catch (RefusedMessageException e) {
            return e.rule();
        }
    }
}
