package io.hcpnbridge.standin.signon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Messages with a signature inside them (XML Signature, enveloped), as they go by other bindings than redirects. */
public final class SignedMessage {
    private static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM");

    private SignedMessage() {}

    /** The message with a signature of that key as its second child, where SAML wants it. */
    public static Document signed(String xml, Certified by) {
        try {
            var document = parsed(xml);
            var root = document.getDocumentElement();
            root.setIdAttribute("ID", true);
            var reference = SIGNATURES.newReference(
                    "#" + root.getAttribute("ID"),
                    SIGNATURES.newDigestMethod(DigestMethod.SHA256, null),
                    List.of(
                            SIGNATURES.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            SIGNATURES.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            var info = SIGNATURES.newSignedInfo(
                    SIGNATURES.newCanonicalizationMethod(
                            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    SIGNATURES.newSignatureMethod(PartnerCloud.RSA_SHA256, null),
                    List.of(reference));
            var issuer = children(root).findFirst().orElseThrow();
            var place = new DOMSignContext(by.key(), root, issuer.getNextSibling());
            place.setDefaultNamespacePrefix("ds");
            SIGNATURES.newXMLSignature(info, null).sign(place);
            return document;
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a careless reader asks: is there anywhere a signature that is valid for something with that id? Libraries of today
     * refuse a message that stands in a signature itself, as those of 2012 did not: it is taken out for them.
     */
    public static boolean hasAnyValidSignature(String xml, Certified by) {
        var document = parsed(xml);
        var all = document.getElementsByTagName("*");
        IntStream.range(0, all.getLength())
                .mapToObj(n -> (Element) all.item(n))
                .filter(element -> element.hasAttribute("ID"))
                .forEach(element -> element.setIdAttribute("ID", true));
        var signature =
                document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
        children((Element) signature)
                .filter(child -> !XMLSignature.XMLNS.equals(child.getNamespaceURI()))
                .forEach(document.getDocumentElement()::appendChild);
        try {
            var context = new DOMValidateContext(by.certificate().getPublicKey(), signature);
            return SIGNATURES.unmarshalXMLSignature(context).validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Stream<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList()
                .stream();
    }

    public static String text(Document document) {
        try {
            var text = new StringWriter();
            var writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document parsed(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
