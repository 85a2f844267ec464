package io.hcpnbridge.mapping.format;

import java.util.Comparator;
import java.util.List;
import org.beanio.internal.parser.Field;
import org.beanio.internal.parser.Record;
import org.beanio.internal.parser.format.FieldPadding;
import org.beanio.internal.parser.format.fixedlength.FixedLengthFieldFormat;
import org.beanio.internal.parser.format.fixedlength.FixedLengthRecordFormat;

/** Fields at fixed positions of a line. */
final class FixedLengthCompiler extends RecordCompiler {
    private final FixedLengthSettings settings;

    FixedLengthCompiler(FormatPlace place, FixedLengthSettings settings) {
        super(place);
        this.settings = settings;
    }

    @Override
    FieldLayout field(String record, Field field, int index) {
        FixedLengthFieldFormat format = (FixedLengthFieldFormat) field.getFormat();
        FieldPadding padding = format.getPadding();
        boolean right = padding.getJustify() == FieldPadding.RIGHT;
        if (format.getPosition() < 0 || format.getSize() <= 0) {
            throw refused("needs a position and a length", record, field.getName());
        }
        if (padding.getFiller() >= 0x80 || (padding.getFiller() != ' ' && !right)) {
            throw refused("a filler other than the blank needs justify=\"right\"", record, field.getName());
        }
        return new FieldLayout(
                field.getName(),
                format.getPosition(),
                format.getSize(),
                field.getLiteral(),
                type(record, field),
                field.isIdentifier(),
                field.isRequired(),
                right && padding.getFiller() == '0',
                field.isBound());
    }

    @Override
    RecordLayout record(Record record, List<FieldLayout> fields) {
        fields.sort(Comparator.comparingInt(FieldLayout::position));
        int end = 0;
        for (FieldLayout field : fields) {
            if (field.position() < end) {
                throw refused("overlaps the field before it", record.getName(), field.name());
            }
            end = field.end();
        }
        requireIdentifier(record.getName(), fields);
        FixedLengthRecordFormat format = (FixedLengthRecordFormat) record.getFormat();
        int shortest = format == null || format.getMinLength() == 0 ? end : format.getMinLength();
        int longest = format == null || format.getMaxLength() == Integer.MAX_VALUE ? end : format.getMaxLength();
        if (longest > settings.maxLine()) {
            throw refused("has " + settings.lengths().count(longest) + ", more than max-line", record.getName());
        }
        return new RecordLayout(record.getName(), fields, shortest, longest);
    }
}
