package io.hcpnbridge.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML of JUnit that continuous integration reads: a test case for each file, a failure with its problems. */
final class JUnitReport {
    private JUnitReport() {}

    /** @throws UnusableException if it cannot be written there */
    static void write(List<Tried> tried, Path report) {
        try (var out = Files.newOutputStream(report)) {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", Wish.SETTING);
            xml.writeAttribute("tests", String.valueOf(tried.size()));
            xml.writeAttribute(
                    "failures",
                    String.valueOf(tried.stream()
                            .filter(one -> !one.problems().isEmpty())
                            .count()));
            for (var one : tried) {
                write(one, xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (IOException | XMLStreamException e) {
            throw new UnusableException("--" + Wish.REPORT + ": " + report + " cannot be written");
        }
    }

    private static void write(Tried one, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", Wish.SETTING);
        xml.writeAttribute("name", one.what());
        if (!one.problems().isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", Count.of(one.problems().size(), "problem"));
            xml.writeCharacters(String.join("\n", one.problems()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
