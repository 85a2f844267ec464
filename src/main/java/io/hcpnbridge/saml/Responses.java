package io.hcpnbridge.saml;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.saml.BaseSAML2BindingBuilder;
import org.keycloak.saml.SAML2LoginResponseBuilder;
import org.keycloak.saml.SAML2LogoutResponseBuilder;
import org.keycloak.saml.SignatureAlgorithm;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ProcessingException;

/** What the adapter asserts, and its other answers, signed. */
public final class Responses {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String URI_NAMES = JBossSAMLURIConstants.ATTRIBUTE_FORMAT_URI.get();

    private final IdentityProvider own;
    private final ServiceProvider partner;
    private final String nameIdFormat;
    private final Duration valid;

    /**
     * @param nameIdFormat URI of the kind of name that assertions give the person
     * @param valid how long an assertion may be used
     */
    public Responses(IdentityProvider own, ServiceProvider partner, String nameIdFormat, Duration valid) {
        this.own = own;
        this.partner = partner;
        this.nameIdFormat = nameIdFormat;
        this.valid = valid;
    }

    /**
     * Says who the person at the browser is: base64 of a Response with one signed assertion, for the form field {@code SAMLResponse}. The
     * name of the person is a new one each time, as sign-on goes by the attributes.
     */
    public String assertion(SignOnRequest request, Person person, SigningKey key) {
        var seconds = Math.toIntExact(valid.toSeconds());
        var builder = new SAML2LoginResponseBuilder()
                .requestID(request.id())
                .destination(request.consumer().toString())
                .issuer(own.entityId())
                .requestIssuer(partner.entityId())
                .assertionExpiration(seconds)
                .subjectExpiration(seconds)
                .sessionExpiration(seconds)
                .sessionIndex(random())
                .authMethod(JBossSAMLURIConstants.AC_UNSPECIFIED.get())
                .nameIdentifier(nameIdFormat, random());
        try {
            var model = builder.buildModel();
            addAttributes(model, person.attributes());
            return signing(key)
                    .signAssertions()
                    .postBinding(builder.buildDocument(model))
                    .encoded();
        } catch (ConfigurationException | ProcessingException | IOException e) {
            throw new IllegalStateException("An assertion could not be made", e);
        }
    }

    /** The address that a browser is sent to when its person is signed off; the service provider must have one. */
    public URI loggedOut(LogoutRequest request, SigningKey key) {
        var address = partner.logoutAnswers()
                .orElseThrow(() -> new IllegalStateException("The service provider has no address for logout"))
                .toString();
        try {
            var document = new SAML2LogoutResponseBuilder()
                    .logoutRequestID(request.id())
                    .destination(address)
                    .issuer(own.entityId())
                    .buildDocument();
            return signing(key)
                    .relayState(request.relayState())
                    .signDocument()
                    .redirectBinding(document)
                    .responseURI(address);
        } catch (ConfigurationException | ProcessingException | IOException e) {
            throw new IllegalStateException("A response to a logout could not be made", e);
        }
    }

    private static void addAttributes(ResponseType response, Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        var statement = new AttributeStatementType();
        attributes.forEach((name, value) -> {
            var attribute = new AttributeType(name);
            attribute.setFriendlyName(name);
            attribute.setNameFormat(URI_NAMES);
            attribute.addAttributeValue(value);
            statement.addAttribute(new AttributeStatementType.ASTChoiceType(attribute));
        });
        response.getAssertions().get(0).getAssertion().addStatement(statement);
    }

    private static Binding signing(SigningKey key) {
        return new Binding()
                .signatureAlgorithm(SignatureAlgorithm.RSA_SHA256)
                .canonicalizationMethod("http://www.w3.org/2001/10/xml-exc-c14n#")
                .signWith(null, key.pair(), key.certificate());
    }

    private static String random() {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return "_" + HexFormat.of().formatHex(bytes);
    }

    private static final class Binding extends BaseSAML2BindingBuilder<Binding> {}
}
