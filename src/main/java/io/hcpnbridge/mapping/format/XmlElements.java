package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Blanks;
import io.hcpnbridge.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The records of a document and their fields: elements with neither attributes nor namespaces, fields with text only. */
final class XmlElements {
    private final XMLStreamReader xml;
    private final StreamLayout layout;
    private final RecordSink records;
    /** Whether nothing was reported about the record so far. */
    private boolean whole;

    XmlElements(XMLStreamReader xml, StreamLayout layout, RecordSink records) {
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
                problem(number, "", xml.getText(), Words.of("text must stand in a field's element", "文本必须写在字段的元素内"));
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
                problem(number, field, text, Words.of("stands there twice", "重复出现"));
            } else if (!known && kind.isPresent()) {
                problem(
                        number,
                        "",
                        element,
                        Words.of(
                                "is an unknown element, <%s> has %s", "是未知的元素，<%s> 的元素有 %s", name, fields(kind.get())));
            }
        }
        records.read(number, kind, new XmlRecord(texts), name, whole);
    }

    /** The open element must have neither attributes nor a namespace; a namespace that is only declared is ignored. */
    void checkBare(long number, String field) {
        if (xml.getNamespaceURI() != null) {
            problem(number, field, xml.getNamespaceURI(), Words.of("must not have a namespace", "不得有命名空间"));
        }
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            problem(number, field, xml.getAttributeLocalName(index), Words.of("must not have attributes", "不得有属性"));
        }
    }

    /** All text of the open element, without the white space around it. */
    private String text(long number, String field) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            xml.next();
            if (xml.isStartElement()) {
                depth++;
                problem(
                        number,
                        field,
                        xml.getLocalName(),
                        Words.of("must hold text only, no other elements", "只能包含文本，不得包含其他元素"));
            } else if (xml.isEndElement()) {
                depth--;
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        return Blanks.without(text.toString());
    }

    private void problem(long number, String field, String value, Words rule) {
        whole = false;
        records.problem(number, field, Blanks.without(value), rule);
    }

    private static Words fields(RecordLayout kind) {
        return Words.list(kind.fields().stream().map(FieldLayout::name).toList());
    }
}
