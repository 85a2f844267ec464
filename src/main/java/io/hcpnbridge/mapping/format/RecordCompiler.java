package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.MappingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.beanio.internal.parser.Component;
import org.beanio.internal.parser.Field;
import org.beanio.internal.parser.Record;
import org.beanio.types.StringTypeHandler;
import org.beanio.types.TypeHandler;

/** The layout of one kind of record, with the checks that keep values whole. */
abstract class RecordCompiler {
    private final FormatPlace place;

    RecordCompiler(FormatPlace place) {
        this.place = place;
    }

    final RecordLayout compile(Record record) {
        List<FieldLayout> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Component child : record.getChildren()) {
            Field field = (Field) child;
            if (!names.add(field.getName())) {
                throw refused("there are two fields of this name", record.getName(), field.getName());
            }
            if (field.isIdentifier() && (field.getLiteral() == null || !isAscii(field.getLiteral()))) {
                throw refused("rid=\"true\" needs a literal in ASCII", record.getName(), field.getName());
            }
            fields.add(field(record.getName(), field, fields.size()));
        }
        return record(record, fields);
    }

    /** @param index of the field in its record, from 0 */
    abstract FieldLayout field(String record, Field field, int index);

    abstract RecordLayout record(Record record, List<FieldLayout> fields);

    final ColumnType type(String record, Field field) {
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

    final void requireIdentifier(String record, List<FieldLayout> fields) {
        if (fields.stream().noneMatch(FieldLayout::identifier)) {
            throw refused("no field has rid=\"true\" and a literal", record);
        }
    }

    final MappingException refused(String reason, String... names) {
        return place.refused(reason, names);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F);
    }
}
