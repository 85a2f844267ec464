package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.MappingException;
import io.hcpnbridge.mapping.Mistakes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a format file before the format library does and lets nothing through that could load anything: no document
 * type, no entities, no imports, no classes but the handlers of this package. Remembers on which line what stands.
 */
final class FormatXml extends DefaultHandler {
    private static final String HANDLERS = FormatXml.class.getPackageName() + ".";
    private static final Set<String> HANDLER_CLASSES =
            Set.of("LocalTimeHandler", "DecimalHandler", "WholeNumberHandler");
    private static final Set<String> NAMED = Set.of("stream", "record", "field");

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Mistakes mistakes = new Mistakes();
    private Locator locator;
    private FileKind kind;

    private FormatXml(String file, FileKind kind) {
        this.file = file;
        this.kind = kind;
    }

    /**
     * @param kind that it must be of; null if any will do
     * @throws MappingException if it is no XML or holds what a format may not hold
     */
    static FormatXml check(String file, byte[] content, FileKind kind) {
        FormatXml xml = new FormatXml(file, kind);
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setXIncludeAware(false);
            parsers.newSAXParser().parse(new ByteArrayInputStream(content), xml);
            xml.mistakes.end();
            return xml;
        } catch (SAXParseException malformed) {
            throw new MappingException(file, malformed.getLineNumber(), malformed.getMessage(), malformed);
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw new MappingException(file, 0, unreadable.getMessage(), unreadable);
        }
    }

    /** The line of {@code stream/record/field}, or of what is left of it; 0 if unknown. */
    int line(String... names) {
        return lines.getOrDefault(String.join("/", names), 0);
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
    }

    /** What the streams say they are. */
    FileKind kind() {
        if (kind == null) {
            throw new MappingException(file, 0, "has no stream");
        }
        return kind;
    }

    @Override
    public void startElement(String uri, String local, String element, Attributes attributes) {
        if (element.equals("stream")) {
            kind(String.valueOf(attributes.getValue("format")));
        }
        Set<String> allowed = FormatWords.attributes(element, kind)
                .orElseThrow(() -> refused("<" + element + "> is not allowed here"));
        for (int index = 0; index < attributes.getLength(); index++) {
            String attribute = attributes.getQName(index);
            if (!allowed.contains(attribute) && !attribute.matches("xmlns(:xsi)?|xsi:schemaLocation")) {
                mistakes.note(refused("the attribute " + attribute + " is not allowed here"));
            }
            check(element, attribute, attributes.getValue(index), attributes.getValue("name"));
        }
        if (attributes.getValue("regex") != null && !"true".equals(attributes.getValue("trim"))) {
            mistakes.note(refused("a field with a regex needs trim=\"true\": blanks around a value never count"));
        }
        if (NAMED.contains(element)) {
            path.addLast(String.valueOf(attributes.getValue("name")));
            lines.putIfAbsent(String.join("/", path), locator.getLineNumber());
        }
    }

    @Override
    public void endElement(String uri, String local, String element) {
        if (NAMED.contains(element)) {
            path.removeLast();
        }
    }

    private void kind(String format) {
        FileKind found = Stream.of(FileKind.values())
                .filter(known -> known.text().equals(format))
                .findFirst()
                .orElseThrow(() -> refused("format " + format + " is not supported here"));
        if (kind != null && kind != found) {
            throw refused("all streams must have the same format, here " + kind.text());
        }
        kind = found;
    }

    private void check(String element, String attribute, String value, String name) {
        if (attribute.equals("class") && element.equals("typeHandler") && !isHandler(value)) {
            mistakes.note(refused("the class " + value + " is not one of the type handlers " + HANDLERS + "*"));
        }
        if (attribute.equals("class") && !element.equals("typeHandler") && !value.equals("map")) {
            mistakes.note(refused("class must be map"));
        }
        if (attribute.equals("type") && !value.equals("string")) {
            mistakes.note(refused("type " + value + " is not supported: name a typeHandler instead"));
        }
        if (attribute.equals("xmlName") && !value.equals(name)) {
            mistakes.note(refused("xmlName must be the name, " + name));
        }
    }

    private static boolean isHandler(String className) {
        return className.startsWith(HANDLERS) && HANDLER_CLASSES.contains(className.substring(HANDLERS.length()));
    }

    private MappingException refused(String reason) {
        return new MappingException(file, locator.getLineNumber(), reason);
    }
}
