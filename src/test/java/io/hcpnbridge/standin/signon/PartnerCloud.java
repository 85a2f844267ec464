package io.hcpnbridge.standin.signon;

import com.onelogin.saml2.authn.SamlResponse;
import com.onelogin.saml2.http.HttpRequest;
import com.onelogin.saml2.settings.Saml2Settings;
import com.onelogin.saml2.settings.SettingsBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The partner cloud as service provider: signs its requests, and verifies what is asserted with a library of its own (OneLogin's), strictly. Its
 * metadata have the shape of a public copy of the real ones.
 */
public final class PartnerCloud {
    public static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private final String base;
    private final Certified signing;

    /** @param base address without a slash at its end */
    public PartnerCloud(String base, Certified signing) {
        this.base = base;
        this.signing = signing;
    }

    public String entityId() {
        return base + "/";
    }

    public String consumer() {
        return base + "/authui/saml/SAMLAssertionConsumer";
    }

    public String loggedOut() {
        return base + "/authui/saml/LogoutServiceHTTPRedirectResponse";
    }

    public String metadata() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%1$s/">
                  <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
                      <ds:X509Certificate>%2$s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                    <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                      Location="%1$s/authui/saml/LogoutServiceHTTPRedirect" ResponseLocation="%3$s"/>
                    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>
                    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" Location="%4$s" index="1"/>
                    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%4$s" index="0" isDefault="true"/>
                  </md:SPSSODescriptor>
                </md:EntityDescriptor>
                """
                .formatted(base, signing.certificateBase64(), loggedOut(), consumer());
    }

    /** What is sent: the message, and by which key and algorithm the query is signed. */
    public record Sent(String xml, Certified key, String algorithm, String relayState) {
        public Sent(String xml, Certified key) {
            this(xml, key, RSA_SHA256, "state-1");
        }

        public Sent with(String otherAlgorithm) {
            return new Sent(xml, key, otherAlgorithm, relayState);
        }

        public Sent withState(String otherState) {
            return new Sent(xml, key, algorithm, otherState);
        }

        /** As the query of an address. */
        public String query() {
            return query("SAMLRequest");
        }

        public String query(String parameter) {
            var unsigned = parameter + "=" + encoded(Base64.getEncoder().encodeToString(deflated(xml)))
                    + (relayState == null ? "" : "&RelayState=" + encoded(relayState))
                    + (algorithm == null ? "" : "&SigAlg=" + encoded(algorithm));
            return key == null ? unsigned : unsigned + "&Signature=" + encoded(signature(unsigned, algorithm, key));
        }
    }

    public Sent sent(String xml) {
        return new Sent(xml, signing);
    }

    /** A request as the partner sends it. */
    public String signOn(String destination, Instant issued) {
        return signOn("_" + UUID.randomUUID(), destination, issued, "");
    }

    public String signOn(String id, String destination, Instant issued, String more) {
        return """
                <saml2p:AuthnRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" ID="%s" Version="2.0" IssueInstant="%s" Destination="%s"
                  AssertionConsumerServiceURL="%s" ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" %s>
                  <saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml2:Issuer>
                  <saml2p:NameIDPolicy Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient" AllowCreate="true"/>
                </saml2p:AuthnRequest>"""
                .formatted(id, issued, destination, consumer(), more, entityId());
    }

    public String logout(String destination, Instant issued) {
        return """
                <saml2p:LogoutRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_%s" Version="2.0" IssueInstant="%s" Destination="%s">
                  <saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml2:Issuer>
                  <saml2:NameID xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">somebody</saml2:NameID>
                </saml2p:LogoutRequest>"""
                .formatted(UUID.randomUUID(), issued, destination, entityId());
    }

    /**
     * What was posted to the consumer, not verified yet; see {@link SamlResponse#isValid(String)} and {@link SamlResponse#getError()}.
     *
     * @param issuer entity id of the identity provider
     * @param trusted its certificates, PEM; several while it changes its key
     */
    public SamlResponse received(String samlResponse, String issuer, String... trusted) throws Exception {
        return new SamlResponse(
                settings(issuer, trusted),
                new HttpRequest(consumer(), Map.of("SAMLResponse", List.of(samlResponse)), null));
    }

    private Saml2Settings settings(String issuer, String... trusted) {
        var values = new HashMap<String, Object>();
        values.put("onelogin.saml2.strict", true);
        values.put("onelogin.saml2.sp.entityid", entityId());
        values.put("onelogin.saml2.sp.assertion_consumer_service.url", consumer());
        values.put("onelogin.saml2.idp.entityid", issuer);
        values.put("onelogin.saml2.idp.single_sign_on_service.url", "https://unused.example/");
        values.put("onelogin.saml2.idp.x509cert", trusted[0]);
        for (int i = 1; i < trusted.length; i++) {
            values.put("onelogin.saml2.idp.x509certMulti." + (i - 1), trusted[i]);
        }
        values.put("onelogin.saml2.security.want_assertions_signed", true);
        values.put("onelogin.saml2.security.want_xml_validation", true);
        values.put("onelogin.saml2.security.reject_deprecated_alg", true);
        return new SettingsBuilder().fromValues(values).build();
    }

    /** What is posted to tell of an account that was bound: the form's fields by name. */
    public Map<String, String> notice(String json, Certified by) {
        var content = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return Map.of("bindRequest", content, "SigAlg", RSA_SHA256, "Signature", signature(content, RSA_SHA256, by));
    }

    /** The same by the partner's own key. */
    public Map<String, String> notice(String json) {
        return notice(json, signing);
    }

    public static String signature(String text, String algorithm, Certified by) {
        try {
            var signature = Signature.getInstance(
                    algorithm.endsWith("sha1")
                            ? "SHA1withRSA"
                            : algorithm.endsWith("512") ? "SHA512withRSA" : "SHA256withRSA");
            signature.initSign(by.key());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] deflated(String xml) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            stream.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
