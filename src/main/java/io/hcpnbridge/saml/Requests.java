package io.hcpnbridge.saml;

import io.hcpnbridge.saml.RefusedMessageException.Rule;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.dom.saml.v2.protocol.RequestAbstractType;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.common.exceptions.ParsingException;
import org.keycloak.saml.processing.core.parsers.saml.SAMLParser;
import org.xml.sax.SAXException;

/** Reads what the service provider sends by browsers (HTTP-Redirect), and refuses whatever it did not send to us, just now. */
public final class Requests {
    private static final int LONGEST_ID = 256;

    private final IdentityProvider own;
    private final ServiceProvider partner;
    private final Duration oldest;
    private final Duration skew;
    private final Clock clock;

    /**
     * @param oldest age at which a request is not taken any more
     * @param skew by how much the clocks may differ
     */
    public Requests(IdentityProvider own, ServiceProvider partner, Duration oldest, Duration skew, Clock clock) {
        this.own = own;
        this.partner = partner;
        this.oldest = oldest;
        this.skew = skew;
        this.clock = clock;
    }

    /**
     * A request to sign a person on.
     *
     * @param query of the address as it came, not decoded; null if there was none
     */
    public SignOnRequest signOn(String query) throws RefusedMessageException {
        var message = RedirectQuery.verified(query, partner.certificates());
        var request = checked(message.xml(), AuthnRequestType.class, own.login());
        var binding = request.getProtocolBinding();
        if (binding != null && !binding.toString().equals(JBossSAMLURIConstants.SAML_HTTP_POST_BINDING.get())) {
            throw new RefusedMessageException(Rule.CONSUMER, "it wants the answer in another way than by HTTP-POST");
        }
        return new SignOnRequest(request.getID(), consumer(request), message.relayState());
    }

    /**
     * A request to sign a person off.
     *
     * @param query of the address as it came, not decoded; null if there was none
     */
    public LogoutRequest logout(String query) throws RefusedMessageException {
        var message = RedirectQuery.verified(query, partner.certificates());
        return new LogoutRequest(
                checked(message.xml(), LogoutRequestType.class, own.logout()).getID(), message.relayState());
    }

    private <R extends RequestAbstractType> R checked(byte[] xml, Class<R> type, URI address)
            throws RefusedMessageException {
        var read = read(xml);
        if (!type.isInstance(read)) {
            throw new RefusedMessageException(Rule.XML, "it is another message than this address is for");
        }
        var request = type.cast(read);
        if (request.getID() == null
                || request.getID().isBlank()
                || request.getID().length() > LONGEST_ID) {
            throw new RefusedMessageException(Rule.XML, "it has no id, or one that is too long");
        }
        var issuer = request.getIssuer() == null ? null : request.getIssuer().getValue();
        if (!"2.0".equals(request.getVersion()) || !partner.entityId().equals(issuer)) {
            throw new RefusedMessageException(Rule.ISSUER, "it is not SAML 2.0, or not by the service provider");
        }
        if (!address.equals(request.getDestination())) {
            throw new RefusedMessageException(Rule.DESTINATION, "it is not for this address");
        }
        checkTime(request);
        return request;
    }

    private static Object read(byte[] xml) throws RefusedMessageException {
        try {
            return SAMLParser.getInstance().parse(SecureXml.read(xml));
        } catch (SAXException | IOException | ParsingException | RuntimeException e) {
            // The reader of a hostile document may fail in any way; what it says could be the document's own words.
            throw new RefusedMessageException(Rule.XML, "it cannot be read as a message of SAML");
        }
    }

    private void checkTime(RequestAbstractType request) throws RefusedMessageException {
        var issued = request.getIssueInstant() == null
                ? null
                : request.getIssueInstant().toGregorianCalendar().toInstant();
        var now = clock.instant();
        if (issued == null || issued.isBefore(now.minus(oldest).minus(skew)) || issued.isAfter(now.plus(skew))) {
            throw new RefusedMessageException(Rule.TIME, "it is too old, or from the future");
        }
    }

    private URI consumer(AuthnRequestType request) throws RefusedMessageException {
        var url = request.getAssertionConsumerServiceURL();
        var index = request.getAssertionConsumerServiceIndex();
        if (url == null && index == null) {
            return partner.defaultConsumer();
        }
        return partner.consumers().stream()
                .filter(consumer -> url == null
                        ? consumer.index() == index
                        : consumer.location().equals(url))
                .map(ServiceProvider.Consumer::location)
                .findFirst()
                .orElseThrow(() -> new RefusedMessageException(
                        Rule.CONSUMER, "the service provider's metadata do not have the address it names"));
    }
}
