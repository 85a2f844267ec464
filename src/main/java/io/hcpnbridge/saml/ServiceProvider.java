package io.hcpnbridge.saml;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.dom.saml.v2.metadata.EndpointType;
import org.keycloak.dom.saml.v2.metadata.EntityDescriptorType;
import org.keycloak.dom.saml.v2.metadata.IndexedEndpointType;
import org.keycloak.dom.saml.v2.metadata.KeyDescriptorType;
import org.keycloak.dom.saml.v2.metadata.KeyTypes;
import org.keycloak.dom.saml.v2.metadata.SPSSODescriptorType;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ParsingException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.core.parsers.saml.SAMLParser;
import org.keycloak.saml.processing.core.saml.v2.util.SAMLMetadataUtil;
import org.xml.sax.SAXException;

/**
 * The partner cloud as its metadata describe it.
 *
 * @param consumers where assertions may be posted to, the default first
 * @param logoutAnswers where browsers are sent to when they are signed off
 * @param certificates by whose keys its messages are signed; several while it changes them
 */
public record ServiceProvider(
        String entityId, List<Consumer> consumers, Optional<URI> logoutAnswers, List<X509Certificate> certificates) {
    private static final String POST = JBossSAMLURIConstants.SAML_HTTP_POST_BINDING.get();
    private static final String REDIRECT = JBossSAMLURIConstants.SAML_HTTP_REDIRECT_BINDING.get();

    public ServiceProvider {
        consumers = List.copyOf(consumers);
        certificates = List.copyOf(certificates);
    }

    /** An address that takes assertions, with the number by which requests may name it. */
    public record Consumer(URI location, int index) {}

    /**
     * Reads SAML 2.0 metadata.
     *
     * @throws IllegalArgumentException that says what is missing in them
     */
    public static ServiceProvider of(String metadata) {
        var entity = entity(metadata);
        if (entity.getEntityID() == null || entity.getEntityID().isBlank()) {
            throw new IllegalArgumentException("has no entityID");
        }
        var role = entity.getChoiceType().stream()
                .flatMap(choice -> choice.getDescriptors() == null ? Stream.empty() : choice.getDescriptors().stream())
                .map(EntityDescriptorType.EDTDescriptorChoiceType::getSpDescriptor)
                .filter(descriptor -> descriptor != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("has no SPSSODescriptor"));
        var consumers = consumers(role);
        if (consumers.isEmpty()) {
            throw new IllegalArgumentException("has no AssertionConsumerService for HTTP-POST");
        }
        var certificates = certificates(role);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("has no certificate for signatures");
        }
        return new ServiceProvider(entity.getEntityID(), consumers, logoutAnswers(role), certificates);
    }

    /** Where an assertion goes to that nobody wants elsewhere. */
    URI defaultConsumer() {
        return consumers.get(0).location();
    }

    private static EntityDescriptorType entity(String metadata) {
        try {
            var document = SecureXml.read(metadata.getBytes(StandardCharsets.UTF_8));
            if (SAMLParser.getInstance().parse(document) instanceof EntityDescriptorType entity) {
                return entity;
            }
        } catch (SAXException | IOException | ParsingException | RuntimeException e) {
            throw new IllegalArgumentException("is no SAML metadata", e);
        }
        throw new IllegalArgumentException("is no EntityDescriptor");
    }

    private static List<Consumer> consumers(SPSSODescriptorType role) {
        return role.getAssertionConsumerService().stream()
                .filter(consumer -> POST.equals(consumer.getBinding().toString()))
                .sorted(Comparator.comparing(
                                (IndexedEndpointType consumer) -> !Boolean.TRUE.equals(consumer.isIsDefault()))
                        .thenComparing(IndexedEndpointType::getIndex))
                .map(consumer -> new Consumer(consumer.getLocation(), consumer.getIndex()))
                .toList();
    }

    private static Optional<URI> logoutAnswers(SPSSODescriptorType role) {
        return role.getSingleLogoutService().stream()
                .filter(service -> REDIRECT.equals(service.getBinding().toString()))
                .map(ServiceProvider::answers)
                .findFirst();
    }

    private static URI answers(EndpointType service) {
        return service.getResponseLocation() == null ? service.getLocation() : service.getResponseLocation();
    }

    private static List<X509Certificate> certificates(SPSSODescriptorType role) {
        var found = new ArrayList<X509Certificate>();
        for (KeyDescriptorType key : role.getKeyDescriptor()) {
            if (key.getUse() != KeyTypes.ENCRYPTION) {
                found.add(certificate(key));
            }
        }
        return found;
    }

    private static X509Certificate certificate(KeyDescriptorType key) {
        try {
            return Objects.requireNonNull(SAMLMetadataUtil.getCertificate(key));
        } catch (ConfigurationException | ProcessingException | RuntimeException e) {
            throw new IllegalArgumentException("has a KeyDescriptor without a certificate", e);
        }
    }
}
