package io.hcpnbridge.rehearsal;

import io.hcpnbridge.rehearsal.ErpColumns.Column;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element for each record and one in it for each field that is not blank. */
record ErpXml(Charset charset) implements ErpKind {
    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public byte[] begin(String stream) {
        return ("<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\r\n<" + stream + ">\r\n")
                .getBytes(charset);
    }

    @Override
    public byte[] record(String name, Map<Column, String> values) {
        var xml = new StringBuilder("  <" + name + ">\r\n");
        values.forEach((column, value) -> {
            if (!value.isEmpty()) {
                var escaped = value.replace("&", "&amp;").replace("<", "&lt;");
                xml.append("    <" + column.name() + ">" + escaped + "</" + column.name() + ">\r\n");
            }
        });
        return xml.append("  </" + name + ">\r\n").toString().getBytes(charset);
    }

    @Override
    public byte[] end(String stream) {
        return ("</" + stream + ">\r\n").getBytes(charset);
    }

    @Override
    public List<Line> read(byte[] answer, Map<String, Map<String, List<Column>>> streams) {
        var root = root(answer);
        var stream = streams.get(root.getTagName());
        return children(root).stream()
                .map(record -> line(record, stream.get(record.getTagName())))
                .toList();
    }

    private static Line line(Element record, List<Column> columns) {
        var fields = new LinkedHashMap<String, String>();
        columns.forEach(column -> fields.put(column.name(), ""));
        for (var field : children(record)) {
            if (fields.put(field.getTagName(), field.getTextContent().strip()) == null) {
                throw new IllegalArgumentException(record.getTagName() + " has no field " + field.getTagName());
            }
        }
        return new Line(record.getTagName(), fields);
    }

    private static Element root(byte[] answer) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
