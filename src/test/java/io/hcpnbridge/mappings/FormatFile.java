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
    /** A column; {@code from} counts from 1 as in the manual, 0 if lines have no fixed lengths and {@code length} is the longest. */
    record Column(String name, int from, int length, String type, String literal) {
        /** The column of a line in bytes as ISO-8859-1. */
        String in(String line) {
            return line.substring(from - 1, from - 1 + length);
        }
    }

    /** A kind of line. */
    record Line(String name, int length, List<Column> columns) {
        Column column(String wanted) {
            return columns.stream()
                    .filter(column -> column.name().equals(wanted))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final Map<String, Map<String, Line>> streams = new LinkedHashMap<>();
    private final boolean fixedLength;

    private FormatFile(Document xml) {
        fixedLength = elements(xml.getDocumentElement(), "stream").stream()
                .allMatch(stream -> stream.getAttribute("format").equals("fixedlength"));
        for (Element stream : elements(xml.getDocumentElement(), "stream")) {
            Map<String, Line> lines = new LinkedHashMap<>();
            for (Element record : elements(stream, "record")) {
                Line line = fixedLength ? line(record) : variableLine(record);
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

    Map<String, Line> stream(String name) {
        return streams.get(name);
    }

    boolean isFixedLength() {
        return fixedLength;
    }

    private static Line variableLine(Element record) {
        List<Column> columns = elements(record, "field").stream()
                .map(field -> new Column(
                        field.getAttribute("name"), 0, longest(field), type(field), field.getAttribute("literal")))
                .toList();
        return new Line(record.getAttribute("name"), 0, columns);
    }

    private static int longest(Element field) {
        return field.hasAttribute("literal")
                ? field.getAttribute("literal").length()
                : Integer.parseInt(field.getAttribute("maxLength"));
    }

    private static Line line(Element record) {
        List<Column> columns = new ArrayList<>();
        int from = 1;
        for (Element field : elements(record, "field")) {
            int length = Integer.parseInt(field.getAttribute("length"));
            columns.add(
                    new Column(field.getAttribute("name"), from, length, type(field), field.getAttribute("literal")));
            from += length;
        }
        return new Line(record.getAttribute("name"), Integer.parseInt(record.getAttribute("maxLength")), columns);
    }

    private static String type(Element field) {
        if (field.hasAttribute("literal")) {
            return "literal";
        }
        return switch (field.getAttribute("typeHandler")) {
            case "localTime" -> "time";
            case "amount" -> "amount";
            case "whole" -> "whole number";
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
