package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.MappingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.beanio.internal.parser.Component;
import org.beanio.internal.parser.Field;
import org.beanio.internal.parser.Record;
import org.beanio.internal.parser.format.FieldPadding;
import org.beanio.internal.parser.format.fixedlength.FixedLengthFieldFormat;
import org.beanio.internal.parser.format.fixedlength.FixedLengthRecordFormat;
import org.beanio.types.StringTypeHandler;
import org.beanio.types.TypeHandler;

/** The layout of one kind of line, with the checks that keep values whole. */
final class RecordCompiler {
    private final String file;
    private final FormatXml xml;
    private final String stream;
    private final FormatSettings settings;

    RecordCompiler(String file, FormatXml xml, String stream, FormatSettings settings) {
        this.file = file;
        this.xml = xml;
        this.stream = stream;
        this.settings = settings;
    }

    RecordLayout compile(Record record) {
        List<FieldLayout> fields = new ArrayList<>();
        for (Component child : record.getChildren()) {
            fields.add(field(record.getName(), (Field) child));
        }
        fields.sort(Comparator.comparingInt(FieldLayout::position));
        checkColumns(record.getName(), fields);
        int length = fields.stream().mapToInt(FieldLayout::end).max().orElse(0);
        FixedLengthRecordFormat format = (FixedLengthRecordFormat) record.getFormat();
        int shortest = format == null || format.getMinLength() == 0 ? length : format.getMinLength();
        int longest = format == null || format.getMaxLength() == Integer.MAX_VALUE ? length : format.getMaxLength();
        if (longest > settings.maxLine()) {
            throw refused("has " + settings.lengths().count(longest) + ", more than max-line", record.getName());
        }
        return new RecordLayout(record.getName(), fields, shortest, longest);
    }

    private FieldLayout field(String record, Field field) {
        FixedLengthFieldFormat format = (FixedLengthFieldFormat) field.getFormat();
        FieldPadding padding = format.getPadding();
        boolean right = padding.getJustify() == FieldPadding.RIGHT;
        if (format.getPosition() < 0 || format.getSize() <= 0) {
            throw refused("needs a position and a length", record, field.getName());
        }
        if (padding.getFiller() >= 0x80 || (padding.getFiller() != ' ' && !right)) {
            throw refused("a filler other than the blank needs justify=\"right\"", record, field.getName());
        }
        if (field.isIdentifier() && (field.getLiteral() == null || !isAscii(field.getLiteral()))) {
            throw refused("rid=\"true\" needs a literal in ASCII", record, field.getName());
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

    private ColumnType type(String record, Field field) {
        TypeHandler handler = field.getHandler();
        if (handler == null || handler instanceof StringTypeHandler) {
            return null;
        }
        if (!(handler instanceof ColumnType type)) {
            throw refused("its type is not supported: name a typeHandler", record, field.getName());
        }
        try {
            type.checkConfigured();
            return type;
        } catch (IllegalArgumentException incomplete) {
            throw refused("type handler: " + incomplete.getMessage(), record, field.getName());
        }
    }

    private void checkColumns(String record, List<FieldLayout> fields) {
        Set<String> names = new HashSet<>();
        int end = 0;
        for (FieldLayout field : fields) {
            if (!names.add(field.name())) {
                throw refused("there are two fields of this name", record, field.name());
            }
            if (field.position() < end) {
                throw refused("overlaps the field before it", record, field.name());
            }
            end = field.end();
        }
        if (fields.stream().noneMatch(FieldLayout::identifier)) {
            throw refused("no field has rid=\"true\" and a literal", record);
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F);
    }

    private MappingException refused(String reason, String... names) {
        List<String> path = new ArrayList<>(List.of(stream));
        path.addAll(List.of(names));
        return new MappingException(
                file, xml.line(path.toArray(new String[0])), String.join("/", path) + ": " + reason);
    }
}
