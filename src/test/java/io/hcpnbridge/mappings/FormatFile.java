package io.hcpnbridge.mappings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A shipped format.xml, read with plain XML so that the engine is checked against it and not by itself. */
final class FormatFile {
    /**
     * A column.
     *
     * @param from its place in a fixed-length line, from 1 as in the manual; 0 in the other kinds
     * @param length of a fixed-length column, otherwise its longest value
     * @param pattern of a time
     */
    record Column(String name, int from, int length, String type, String literal, String pattern) {
        /** The column of a fixed-length line in bytes as ISO-8859-1. */
        String in(String line) {
            return line.substring(from - 1, from - 1 + length);
        }
    }

    /** A kind of record; {@code length} of its fixed-length line. */
    record Line(String name, int length, List<Column> columns) {
        Column column(String wanted) {
            return columns.stream()
                    .filter(column -> column.name().equals(wanted))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** By its name: the class of a type handler and its pattern. */
    private record Handler(String type, String pattern) {}

    private final String kind;
    private final Map<String, Handler> handlers = new LinkedHashMap<>();
    private final Map<String, Map<String, Line>> streams = new LinkedHashMap<>();

    private FormatFile(Document xml) {
        kind = elements(xml.getDocumentElement(), "stream").get(0).getAttribute("format");
        for (Element handler : elements(xml.getDocumentElement(), "typeHandler")) {
            String pattern = elements(handler, "property").stream()
                    .filter(property -> property.getAttribute("name").equals("pattern"))
                    .map(property -> property.getAttribute("value"))
                    .findFirst()
                    .orElse("");
            String type = handler.getAttribute("class").replaceFirst(".*\\.", "");
            handlers.put(handler.getAttribute("name"), new Handler(type, pattern));
        }
        for (Element stream : elements(xml.getDocumentElement(), "stream")) {
            Map<String, Line> lines = new LinkedHashMap<>();
            for (Element record : elements(stream, "record")) {
                Line line = line(record);
                lines.put(line.name(), line);
            }
            streams.put(stream.getAttribute("name"), lines);
        }
    }

    static FormatFile of(String iface) {
        Path file = Path.of("mappings", iface, "format.xml");
        try {
            return new FormatFile(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
        } catch (Exception unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    /** {@code fixedlength}, {@code csv} or {@code xml}. */
    String kind() {
        return kind;
    }

    boolean isFixedLength() {
        return kind.equals("fixedlength");
    }

    Map<String, Line> stream(String name) {
        return streams.get(name);
    }

    private Line line(Element record) {
        List<Column> columns = new ArrayList<>();
        int from = 1;
        for (Element field : elements(record, "field")) {
            String literal = field.getAttribute("literal");
            int length = isFixedLength()
                    ? Integer.parseInt(field.getAttribute("length"))
                    : literal.isEmpty() ? Integer.parseInt(field.getAttribute("maxLength")) : literal.length();
            Handler handler = handlers.getOrDefault(field.getAttribute("typeHandler"), new Handler("", ""));
            columns.add(new Column(
                    field.getAttribute("name"),
                    isFixedLength() ? from : 0,
                    length,
                    type(field, handler),
                    literal,
                    handler.pattern()));
            from += length;
        }
        return new Line(record.getAttribute("name"), from - 1, columns);
    }

    private static String type(Element field, Handler handler) {
        if (field.hasAttribute("literal")) {
            return "literal";
        }
        return switch (handler.type()) {
            case "LocalTimeHandler" -> "time";
            case "DecimalHandler" -> "amount";
            case "WholeNumberHandler" -> "whole number";
            default -> field.hasAttribute("ignore") ? "blank" : "text";
        };
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList children = parent.getElementsByTagName(name);
        for (int index = 0; index < children.getLength(); index++) {
            elements.add((Element) children.item(index));
        }
        return elements;
    }
}
