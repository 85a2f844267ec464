package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
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
    private final RecordSink records;
    private long number;

    XmlReading(StreamLayout layout, Columns columns, RecordSink records) {
        this.layout = layout;
        this.columns = columns;
        this.records = records;
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
            problem(refused.rule());
        } catch (XMLStreamException malformed) {
            problem(rule(malformed, text));
        }
    }

    private void document(XMLStreamReader xml, XmlText text) throws XMLStreamException, XmlText.Refused {
        XmlElements elements = new XmlElements(xml, layout, records);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new XmlText.Refused(
                            Words.of("must not have a document type (DOCTYPE), nor entities", "不得有文档类型声明（DOCTYPE）和实体"));
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!xml.getLocalName().equals(layout.name())) {
                        throw new XmlText.Refused(
                                Words.of("the element around all others must be <%s>", "最外层元素必须是 <%s>", layout.name()));
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
            throw new XmlText.Refused(Words.of("must be XML 1.0", "必须是 XML 1.0"));
        }
        String encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !isDeclared(encoding)) {
            throw new XmlText.Refused(Words.of(
                    "the file says that its encoding is %s, its declared charset is %s",
                    "文件声明其编码为 %s，而约定的字符集是 %s", encoding, columns.charset().name()));
        }
    }

    private boolean isDeclared(String encoding) {
        return columns.charset().name().equalsIgnoreCase(encoding)
                || columns.charset().aliases().stream().anyMatch(encoding::equalsIgnoreCase);
    }

    private Words rule(XMLStreamException malformed, XmlText text) throws IOException {
        if (text.failure() instanceof XmlText.Refused refused) {
            return refused.rule();
        }
        if (text.failure() != null) {
            throw text.failure();
        }
        if (text.isAtEnd()) {
            records.mayBeCutOff(number);
            return Words.of("the file ends inside of the document: it may be cut off", "文件在文档中途结束：文件可能不完整");
        }
        Location place = malformed.getLocation();
        return Words.of(
                "line %s, column %s: is not well-formed XML: %s",
                "第 %s 行第 %s 列：不是格式良好的 XML：%s", place.getLineNumber(), place.getColumnNumber(), reason(malformed));
    }

    /** The parser puts the place before it, on a line of its own. */
    private static String reason(XMLStreamException malformed) {
        String[] lines = malformed.getMessage().split("\nMessage: ", 2);
        return lines[lines.length - 1];
    }

    private void problem(Words rule) {
        records.problem(number, "", "", rule);
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
