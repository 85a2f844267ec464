package io.hcpnbridge.mapping.format;

import java.util.List;
import java.util.Map;
import org.beanio.Unmarshaller;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An element with its fields.
 *
 * @param document empty, to be filled with the record for the format library
 * @param stream name of the element around all records
 * @param kind null if unknown
 * @param texts of the fields, without the white space around them
 */
record XmlRecord(Document document, String stream, RecordLayout kind, Map<String, String> texts) implements RawRecord {
    @Override
    public String raw(FieldLayout field) {
        return texts.getOrDefault(field.name(), "");
    }

    /** Unknown elements have been reported by their names. */
    @Override
    public List<String> outside(RecordLayout kind) {
        return List.of();
    }

    @Override
    public List<Misfit> misfits(RecordLayout kind) {
        return List.of();
    }

    @Override
    public Object unmarshal(Unmarshaller unmarshaller) {
        Element record = document.createElementNS(null, kind.name());
        for (FieldLayout field : kind.fields()) {
            Element element = document.createElementNS(null, field.name());
            element.setTextContent(raw(field));
            record.appendChild(element);
        }
        Element root = document.createElementNS(null, stream);
        root.appendChild(record);
        document.appendChild(root);
        return unmarshaller.unmarshal(document);
    }
}
