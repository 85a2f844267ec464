package io.hcpnbridge.mapping.format;

import java.util.List;
import org.beanio.internal.parser.Field;
import org.beanio.internal.parser.Record;

/** Fields of any length up to a longest one: the cells of a CSV line in their order, the elements in an XML record. */
final class NamedFieldCompiler extends RecordCompiler {
    private final boolean identified;

    /** @param identified whether a field tells what kind of record it is */
    NamedFieldCompiler(FormatPlace place, boolean identified) {
        super(place);
        this.identified = identified;
    }

    @Override
    FieldLayout field(String record, Field field, int index) {
        String literal = field.getLiteral();
        int longest = literal == null ? field.getMaxLength() : literal.length();
        if (longest == Integer.MAX_VALUE) {
            throw refused("needs a maxLength", record, field.getName());
        }
        return new FieldLayout(
                field.getName(),
                index,
                longest,
                literal,
                type(record, field),
                field.isIdentifier(),
                field.isRequired(),
                false,
                field.isBound());
    }

    @Override
    RecordLayout record(Record record, List<FieldLayout> fields) {
        if (identified) {
            requireIdentifier(record.getName(), fields);
        }
        return new RecordLayout(record.getName(), fields, fields.size(), fields.size());
    }
}
