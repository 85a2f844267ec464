package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One reading of one XML document, record by record; a record's number is that of its element, the header's is 1. What
 * could load, expand or hide anything ends the reading: document types, entities, other encodings than the declared one.
 */
final class XmlReading {
    private final StreamLayout layout;
    private final Columns columns;
    private final BatchListener listener;
    private final RecordReading records;
    private long number;

    XmlReading(StreamLayout layout, Columns columns, BatchListener listener) {
        this.layout = layout;
        this.columns = columns;
        this.listener = listener;
        records = new RecordReading(layout, columns, "element", listener);
    }

    void read(InputStream in) throws IOException {
        XmlText text = new XmlText(in, columns.charset());
        try {
            text.begin();
            XMLStreamReader xml = parser().createXMLStreamReader(text);
            checkDeclaration(xml);
            document(xml, text);
            records.end();
        } catch (XmlText.Refused refused) {
            problem(refused.getMessage());
        } catch (XMLStreamException malformed) {
            problem(rule(malformed, text));
        }
    }

    private void document(XMLStreamReader xml, XmlText text) throws XMLStreamException, XmlText.Refused {
        XmlElements elements = new XmlElements(xml, layout, records);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new XmlText.Refused("must not have a document type (DOCTYPE), nor entities");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!xml.getLocalName().equals(layout.name())) {
                        throw new XmlText.Refused("the element around all others must be <" + layout.name() + ">");
                    }
                    elements.checkBare(0, "");
                    while (elements.next(number)) {
                        number++;
                        elements.record(number);
                        text.release();
                    }
                }
                default -> {
                    // comments and processing instructions say nothing to us
                }
            }
        }
    }

    private void checkDeclaration(XMLStreamReader xml) throws XmlText.Refused {
        if (!Objects.requireNonNullElse(xml.getVersion(), "1.0").equals("1.0")) {
            throw new XmlText.Refused("must be XML 1.0");
        }
        String encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !isDeclared(encoding)) {
            throw new XmlText.Refused("the file says that its encoding is " + encoding + ", its declared charset is "
                    + columns.charset().name());
        }
    }

    private boolean isDeclared(String encoding) {
        return columns.charset().name().equalsIgnoreCase(encoding)
                || columns.charset().aliases().stream().anyMatch(encoding::equalsIgnoreCase);
    }

    private String rule(XMLStreamException malformed, XmlText text) throws IOException {
        if (text.failure() instanceof XmlText.Refused refused) {
            return refused.getMessage();
        }
        if (text.failure() != null) {
            throw text.failure();
        }
        if (text.isAtEnd()) {
            listener.mayBeCutOff(number);
            return "the file ends inside of the document: it may be cut off";
        }
        Location place = malformed.getLocation();
        return "line " + place.getLineNumber() + ", column " + place.getColumnNumber() + ": is not well-formed XML: "
                + reason(malformed);
    }

    /** The parser puts the place before it, on a line of its own. */
    private static String reason(XMLStreamException malformed) {
        String[] lines = malformed.getMessage().split("\nMessage: ", 2);
        return lines[lines.length - 1];
    }

    private void problem(String rule) {
        listener.problem(new Problem(number, "", "", rule));
    }

    /** The one of the Java runtime, whatever else is on the class path. */
    private static XMLInputFactory parser() {
        XMLInputFactory parser = XMLInputFactory.newDefaultFactory();
        parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parser.setProperty(XMLInputFactory.IS_COALESCING, false);
        return parser;
    }
}
