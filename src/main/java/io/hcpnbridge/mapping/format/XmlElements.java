package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Blanks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The records of a document and their fields: elements with neither attributes nor namespaces, fields with text only. */
final class XmlElements {
    private final XMLStreamReader xml;
    private final StreamLayout layout;
    private final RecordReading records;
    /** Whether nothing was reported about the record so far. */
    private boolean whole;

    XmlElements(XMLStreamReader xml, StreamLayout layout, RecordReading records) {
        this.xml = xml;
        this.layout = layout;
        this.records = records;
    }

    /** Goes on to the next element in the one that is open, or to its end: false then. */
    boolean next(long number) throws XMLStreamException {
        while (true) {
            xml.next();
            if (xml.isStartElement() || xml.isEndElement()) {
                return xml.isStartElement();
            }
            if (xml.isCharacters() && !Blanks.only(xml.getText())) {
                problem(number, "", xml.getText(), "text must stand in a field's element");
            }
        }
    }

    /** The record whose element was just opened. */
    void record(long number) throws XMLStreamException {
        String name = xml.getLocalName();
        Optional<RecordLayout> kind = layout.record(name);
        whole = true;
        checkBare(number, "");
        Map<String, String> texts = new HashMap<>();
        while (next(number)) {
            String element = xml.getLocalName();
            boolean known = kind.flatMap(of -> of.field(element)).isPresent();
            String field = known ? element : "";
            checkBare(number, field);
            String text = text(number, field);
            if (known && texts.put(element, text) != null) {
                problem(number, field, text, "stands there twice");
            } else if (!known && kind.isPresent()) {
                problem(number, "", element, "is an unknown element, <" + name + "> has " + fields(kind.get()));
            }
        }
        records.read(number, kind, new XmlRecord(texts), name, whole);
    }

    /** The open element must have neither attributes nor a namespace; a namespace that is only declared is ignored. */
    void checkBare(long number, String field) {
        if (xml.getNamespaceURI() != null) {
            problem(number, field, xml.getNamespaceURI(), "must not have a namespace");
        }
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            problem(number, field, xml.getAttributeLocalName(index), "must not have attributes");
        }
    }

    /** All text of the open element, without the white space around it. */
    private String text(long number, String field) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            xml.next();
            if (xml.isStartElement()) {
                depth++;
                problem(number, field, xml.getLocalName(), "must hold text only, no other elements");
            } else if (xml.isEndElement()) {
                depth--;
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        return Blanks.without(text.toString());
    }

    private void problem(long number, String field, String value, String rule) {
        whole = false;
        records.problem(number, field, Blanks.without(value), rule);
    }

    private static String fields(RecordLayout kind) {
        return kind.fields().stream().map(FieldLayout::name).collect(Collectors.joining(", "));
    }
}
