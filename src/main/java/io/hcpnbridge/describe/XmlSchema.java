package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ValueKind;
import io.hcpnbridge.mapping.format.FileKind;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML schema (1.0) of the files: batch, answer and refusal, each an element with its records in their order. */
final class XmlSchema implements Describer {
    private static final String XS = "http://www.w3.org/2001/XMLSchema";
    private static final List<String> STREAMS = List.of("batch", "answer", "refusal");

    @Override
    public String of(InterfaceMapping mapping) {
        var definition = mapping.definition();
        if (definition.fileKind() != FileKind.XML) {
            throw new UnusableException(mapping.name() + " has no XML: its files are "
                    + definition.fileKind().text());
        }
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("xs", "schema", XS);
            xml.writeNamespace("xs", XS);
            xml.writeAttribute("elementFormDefault", "qualified");
            for (var stream : STREAMS) {
                stream(xml, definition, stream);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().replace("><", ">\n<") + "\n";
    }

    private static void stream(XMLStreamWriter xml, InterfaceDefinition definition, String stream)
            throws XMLStreamException {
        xml.writeStartElement("xs", "element", XS);
        xml.writeAttribute("name", stream);
        xml.writeStartElement("xs", "complexType", XS);
        xml.writeStartElement("xs", "choice", XS);
        xml.writeAttribute("maxOccurs", "unbounded");
        for (var kind : definition.records(stream)) {
            record(xml, kind, stream.equals("batch"));
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void record(XMLStreamWriter xml, RecordKind kind, boolean written) throws XMLStreamException {
        xml.writeStartElement("xs", "element", XS);
        xml.writeAttribute("name", kind.name());
        xml.writeStartElement("xs", "complexType", XS);
        xml.writeStartElement("xs", "all", XS);
        for (var column : kind.columns()) {
            if (column.kind() != ValueKind.BLANK) {
                column(xml, column, written && column.needed());
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void column(XMLStreamWriter xml, Column column, boolean needed) throws XMLStreamException {
        xml.writeStartElement("xs", "element", XS);
        xml.writeAttribute("name", column.name());
        xml.writeAttribute("minOccurs", needed ? "1" : "0");
        if (!Meaning.plain(column).isEmpty()) {
            xml.writeStartElement("xs", "annotation", XS);
            xml.writeStartElement("xs", "documentation", XS);
            xml.writeCharacters(Meaning.of(column, Language.EN) + " / " + Meaning.of(column, Language.ZH));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeStartElement("xs", "simpleType", XS);
        xml.writeStartElement("xs", "restriction", XS);
        xml.writeAttribute("base", "xs:string");
        xml.writeEmptyElement("xs", "maxLength", XS);
        xml.writeAttribute("value", String.valueOf(column.length()));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
