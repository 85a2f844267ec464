package io.hcpnbridge.docs;

import io.hcpnbridge.rehearsal.ErpFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A sample's lines; fixed-length columns are made visible: {@code |} between them, without the blanks that fill them. */
final class SampleColumns {
    private static final Charset ERP = Charset.forName("GB18030");

    /** Lengths of the columns by the first byte of a line. */
    private final Map<String, List<Integer>> lengths = new LinkedHashMap<>();

    private SampleColumns(Path format, String stream) throws Exception {
        var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(format.toFile());
        for (Element found : elements(xml.getElementsByTagName("stream"))) {
            if (found.getAttribute("name").equals(stream)) {
                elements(found.getElementsByTagName("record")).forEach(this::add);
            }
        }
    }

    /** The lines of a sample such as {@code orders.renew/samples/april.in.txt}. */
    static List<String> of(String sample) throws Exception {
        var file = Path.of("mappings").resolve(sample);
        if (!sample.endsWith(".txt")) {
            var charset = ErpFormat.of(file.getName(1).toString()).charset();
            return Files.readAllLines(file, charset);
        }
        var lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        var stream = sample.endsWith(".in.txt") ? "batch" : lines.get(0).startsWith("X") ? "refusal" : "answer";
        var columns = new SampleColumns(file.getParent().resolveSibling("format.xml"), stream);
        return lines.stream().map(columns::shown).toList();
    }

    private void add(Element record) {
        var fields = elements(record.getElementsByTagName("field"));
        lengths.put(
                fields.get(0).getAttribute("literal"),
                fields.stream()
                        .map(field -> Integer.parseInt(field.getAttribute("length")))
                        .toList());
    }

    private String shown(String line) {
        var cells = new ArrayList<String>();
        int from = 0;
        for (int length : lengths.get(line.substring(0, 1))) {
            var bytes = line.substring(from, from + length).getBytes(StandardCharsets.ISO_8859_1);
            cells.add(new String(bytes, ERP).strip());
            from += length;
        }
        return String.join("|", cells);
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
