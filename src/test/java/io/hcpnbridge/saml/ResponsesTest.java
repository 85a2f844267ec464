package io.hcpnbridge.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.standin.signon.Certified;
import io.hcpnbridge.standin.signon.PartnerCloud;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the adapter asserts is taken by another library, and by nobody but whom it is for. */
class ResponsesTest {
    private static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    /** Of PKCS #8, for an RSA key of 2,048 bits. */
    private static final int BEFORE_THE_KEY_ITSELF = 26;

    private static final Certified OWN_KEY = Certified.of("sso.erp.example");
    private static final Certified OTHER_KEY = Certified.of("sso.erp.example");
    private static final PartnerCloud PARTNER =
            new PartnerCloud("https://auth.partner.example", Certified.of("auth.partner.example"));
    private static final IdentityProvider OWN = new IdentityProvider(
            "https://sso.erp.example/saml/acme",
            URI.create("https://sso.erp.example/saml/acme/login"),
            URI.create("https://sso.erp.example/saml/acme/logout"));
    private static final SignOnRequest REQUEST = new SignOnRequest("_r1", URI.create(PARTNER.consumer()), "state-1");
    private static final Map<String, String> ATTRIBUTES =
            new TreeMap<>(Map.of("xUserId", "u-1", "xAccountId", "u-1", "name", "李雷 & <Söhne>"));

    private final SigningKey key = key(OWN_KEY, null);
    private final Responses responses =
            new Responses(OWN, ServiceProvider.of(PARTNER.metadata()), TRANSIENT, Duration.ofMinutes(2));

    @Test
    void whoThePersonIsIsTakenByThePartner() throws Exception {
        var received = PARTNER.received(assertion(), OWN.entityId(), OWN_KEY.certificatePem());

        assertThat(received.isValid("_r1")).as(received.getError()).isTrue();
        assertThat(received.getAttributes())
                .containsOnly(
                        entry("xUserId", List.of("u-1")),
                        entry("xAccountId", List.of("u-1")),
                        entry("name", List.of("李雷 & <Söhne>")));
        assertThat(received.getNameIdFormat()).isEqualTo(TRANSIENT);
        assertThat(received.getAudiences()).containsExactly(PARTNER.entityId());
        assertThat(received.getIssuers()).containsExactly(OWN.entityId());
    }

    @Test
    void itIsAnAnswerToThatRequestOnly() throws Exception {
        assertThat(PARTNER.received(assertion(), OWN.entityId(), OWN_KEY.certificatePem())
                        .isValid("_r2"))
                .isFalse();
    }

    @Test
    void itIsForThatPartnerOnly() throws Exception {
        var other = new PartnerCloud("https://auth.other.example", OTHER_KEY);

        assertThat(other.received(assertion(), OWN.entityId(), OWN_KEY.certificatePem())
                        .isValid("_r1"))
                .isFalse();
    }

    @Test
    void itIsOfThatKeyOnly() throws Exception {
        assertThat(PARTNER.received(assertion(), OWN.entityId(), OTHER_KEY.certificatePem())
                        .isValid("_r1"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"u-1", "_r1", "https://auth.partner.example/"})
    void nothingOfItCanBeChanged(String known) throws Exception {
        var forged =
                new String(Base64.getDecoder().decode(assertion()), StandardCharsets.UTF_8).replace(known, "x" + known);

        assertThat(PARTNER.received(
                                Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)),
                                OWN.entityId(),
                                OWN_KEY.certificatePem())
                        .isValid("_r1"))
                .isFalse();
    }

    @Test
    void itIsUsableForSomeMinutes() throws Exception {
        var received = PARTNER.received(assertion(), OWN.entityId(), OWN_KEY.certificatePem());

        assertThat(received.getAssertionNotOnOrAfter())
                .allSatisfy(end ->
                        assertThat(end.getMillis() - System.currentTimeMillis()).isBetween(100_000L, 125_000L));
    }

    @Test
    void whatIsNotKnownIsLeftOut() throws Exception {
        var person = new Person(new TreeMap<>(Map.of("xUserId", "u-1", "email", " ")));
        var received =
                PARTNER.received(responses.assertion(REQUEST, person, key), OWN.entityId(), OWN_KEY.certificatePem());

        assertThat(received.isValid("_r1")).as(received.getError()).isTrue();
        assertThat(received.getAttributes()).containsOnlyKeys("xUserId");
        assertThat(person.toString()).doesNotContain("u-1");
    }

    @Test
    void messagesAndMetadataAreAsTheirSchemasWant() throws Exception {
        Schemas.validate("saml-schema-protocol-2.0.xsd", Base64.getDecoder().decode(assertion()));
        for (var other : new Certified[] {null, OTHER_KEY}) {
            var metadata = Metadata.of(OWN, TRANSIENT, key(OWN_KEY, other)).getBytes(StandardCharsets.UTF_8);
            Schemas.validate("saml-schema-metadata-2.0.xsd", metadata);
            assertThat(metadata.length).isLessThan(2 * 1024 * 1024);
        }
    }

    @Test
    void metadataTellBothCertificatesWhileKeysAreChanged() {
        assertThat(Metadata.of(OWN, TRANSIENT, key(OWN_KEY, OTHER_KEY)))
                .contains(OWN_KEY.certificateBase64(), OTHER_KEY.certificateBase64(), OWN.entityId())
                .contains(OWN.login().toString(), OWN.logout().toString())
                .doesNotContain("PRIVATE");
    }

    @Test
    void aLogoutIsAnsweredWithASignedMessage() throws Exception {
        var address = responses.loggedOut(new LogoutRequest("_l1", "state & 1"), key);

        assertThat(address.toString()).startsWith(PARTNER.loggedOut() + "?SAMLResponse=");
        var query = address.getRawQuery();
        var signature = query.replaceFirst(".*&Signature=", "");
        Signatures.verify(
                query.substring(0, query.indexOf("&Signature=")).getBytes(StandardCharsets.UTF_8),
                PartnerCloud.RSA_SHA256,
                Base64.getDecoder().decode(java.net.URLDecoder.decode(signature, StandardCharsets.UTF_8)),
                List.of(OWN_KEY.certificate()));
        assertThat(query).contains("&RelayState=state+%26+1&");
    }

    @Test
    void aKeyMustBeOneAndFitItsCertificate() {
        assertThatThrownBy(() -> SigningKey.read(OTHER_KEY.keyPem(), OWN_KEY.certificatePem(), null, "sign-on."))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("sign-on.certificate-file is not of the key in key-file");
        assertThatThrownBy(() -> SigningKey.read("nothing", OWN_KEY.certificatePem(), null, "sign-on."))
                .hasMessageStartingWith("sign-on.key-file is no RSA key");
        assertThatThrownBy(() -> SigningKey.read(OWN_KEY.keyPem(), "nothing", null, "sign-on."))
                .hasMessageStartingWith("sign-on.certificate-file is no X.509 certificate");
        var weak = Certified.of("weak", 1024);
        assertThatThrownBy(() -> SigningKey.read(weak.keyPem(), weak.certificatePem(), null, "sign-on."))
                .hasMessageContaining("2048 bits or more");
        assertThat(key.toString()).isEqualTo("SigningKey[***]");
    }

    @Test
    void aKeyMayBeInTheOldFormOfOpenssl() {
        var encoded = OWN_KEY.key().getEncoded();
        var pem = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(
                        "RSA PRIVATE KEY",
                        Base64.getMimeEncoder()
                                .encodeToString(Arrays.copyOfRange(encoded, BEFORE_THE_KEY_ITSELF, encoded.length)));

        var read = SigningKey.read(pem, OWN_KEY.certificatePem(), null, "sign-on.");

        assertThat(read.pair().getPrivate()).isEqualTo(OWN_KEY.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPSSODescriptor", "AssertionConsumerService", "KeyDescriptor", "EntityDescriptor"})
    void metadataOfThePartnerMustHaveWhatIsNeeded(String element) {
        var without = PARTNER.metadata().replaceAll("(?s)<md:%1$s.*?(/>|</md:%1$s>)".formatted(element), "");

        assertThatThrownBy(() -> ServiceProvider.of(without)).isInstanceOf(IllegalArgumentException.class);
    }

    private String assertion() {
        return responses.assertion(REQUEST, new Person(ATTRIBUTES), key);
    }

    private static SigningKey key(Certified own, Certified other) {
        return SigningKey.read(
                own.keyPem(), own.certificatePem(), other == null ? null : other.certificatePem(), "sign-on.");
    }
}
