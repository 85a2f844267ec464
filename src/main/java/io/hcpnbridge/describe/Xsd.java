package io.hcpnbridge.describe;

import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/** An element of an XML schema, to which others are added. */
final class Xsd {
    private static final String NAMESPACE = "http://www.w3.org/2001/XMLSchema";

    private final Element element;

    private Xsd(Element element) {
        this.element = element;
    }

    /** An empty schema. */
    static Xsd schema() {
        try {
            var document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            document.setXmlStandalone(true);
            var root = document.createElementNS(NAMESPACE, "xs:schema");
            document.appendChild(root);
            return new Xsd(root);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attributes names and values in turn */
    Xsd add(String tag, String... attributes) {
        var child = element.getOwnerDocument().createElementNS(NAMESPACE, "xs:" + tag);
        element.appendChild(child);
        var added = new Xsd(child);
        for (int index = 0; index < attributes.length; index += 2) {
            added.set(attributes[index], attributes[index + 1]);
        }
        return added;
    }

    void set(String attribute, String value) {
        element.setAttribute(attribute, value);
    }

    void document(String text) {
        add("annotation").add("documentation").element.setTextContent(text);
    }

    /** All of the document. */
    String text() {
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            var text = new StringWriter();
            transformer.transform(new DOMSource(element.getOwnerDocument()), new StreamResult(text));
            return text.toString().replace("\r\n", "\n").replaceFirst("\\?><", "?>\n<");
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
