package io.hcpnbridge.saml;

import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import org.keycloak.dom.saml.v2.metadata.EndpointType;
import org.keycloak.dom.saml.v2.metadata.EntityDescriptorType;
import org.keycloak.dom.saml.v2.metadata.EntityDescriptorType.EDTChoiceType;
import org.keycloak.dom.saml.v2.metadata.EntityDescriptorType.EDTDescriptorChoiceType;
import org.keycloak.dom.saml.v2.metadata.IDPSSODescriptorType;
import org.keycloak.dom.saml.v2.metadata.KeyDescriptorType;
import org.keycloak.dom.saml.v2.metadata.KeyTypes;
import org.keycloak.saml.SPMetadataDescriptor;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.core.saml.v2.util.SAMLMetadataUtil;

/** What a person uploads in Partner Center: who the adapter is as identity provider, and by which certificates it is known. */
public final class Metadata {
    private static final URI REDIRECT = JBossSAMLURIConstants.SAML_HTTP_REDIRECT_BINDING.getUri();

    private Metadata() {}

    /** The XML, UTF-8; both certificates are in it while keys are changed. */
    public static String of(IdentityProvider own, String nameIdFormat, SigningKey key) {
        var role = new IDPSSODescriptorType(List.of(JBossSAMLURIConstants.PROTOCOL_NSURI.get()));
        role.setWantAuthnRequestsSigned(true);
        Stream.concat(Stream.of(key.certificate()), key.other().stream())
                .distinct()
                .map(Metadata::descriptor)
                .forEach(role::addKeyDescriptor);
        role.addSingleLogoutService(new EndpointType(REDIRECT, own.logout()));
        role.addNameIDFormat(nameIdFormat);
        role.addSingleSignOnService(new EndpointType(REDIRECT, own.login()));
        var entity = new EntityDescriptorType(own.entityId());
        entity.addChoiceType(new EDTChoiceType(List.of(new EDTDescriptorChoiceType(role))));
        try {
            return SAMLMetadataUtil.writeEntityDescriptorType(entity);
        } catch (ProcessingException e) {
            throw new IllegalStateException("Metadata could not be made", e);
        }
    }

    private static KeyDescriptorType descriptor(X509Certificate certificate) {
        try {
            var content = Base64.getEncoder().encodeToString(certificate.getEncoded());
            return SPMetadataDescriptor.buildKeyDescriptorType(
                    SPMetadataDescriptor.buildKeyInfoElement(null, content), KeyTypes.SIGNING);
        } catch (CertificateEncodingException | ParserConfigurationException e) {
            throw new IllegalStateException("A certificate could not be told", e);
        }
    }
}
