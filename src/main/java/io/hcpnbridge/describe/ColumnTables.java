package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.format.FieldLayout;
import io.hcpnbridge.mapping.format.FileFormat;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.RecordLayout;
import io.hcpnbridge.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of an interface's files as tables in Markdown: what an ERP programmer needs to write and to read them. */
final class ColumnTables {
    private final InterfaceDefinition definition;
    private final FileFormat format;
    private final Language language;
    private final boolean fixed;

    ColumnTables(InterfaceDefinition definition, Language language) {
        this.definition = definition;
        this.format = definition.files();
        this.language = language;
        this.fixed = definition.fileKind() == FileKind.FIXED_LENGTH;
    }

    /** A table for each kind of record of {@code batch}, {@code answer} or {@code refusal}. */
    String of(String stream) {
        return format.streams().stream()
                .filter(layout -> layout.name().equals(stream))
                .flatMap(layout -> layout.records().stream())
                .map(record -> table(stream, record))
                .collect(Collectors.joining("\n"));
    }

    private String table(String stream, RecordLayout layout) {
        RecordKind kind = definition.record(stream, layout.name());
        boolean needed = stream.equals("batch");
        String letter = definition.fileKind().hasLetters() ? "`" + kind.letter() + "` " : "";
        List<String> lines = new ArrayList<>();
        lines.add("### " + letter + kind.name() + language.of(": ", "：") + language.of(kind.about()));
        lines.add("");
        lines.add(row(headings(needed)));
        lines.add(rule(needed));
        layout.fields().forEach(field -> lines.add(row(cells(kind, field, needed))));
        if (fixed) {
            lines.add("");
            lines.add(language.of("Line length: ", "行长：") + count(length(layout)) + language.of(".", "。"));
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> headings(boolean needed) {
        List<String> headings = new ArrayList<>();
        headings.add(definition.fileKind() == FileKind.XML ? language.of("element", "元素") : language.of("column", "列"));
        if (fixed) {
            headings.add(language.of("from", "起始"));
        }
        headings.add(fixed ? language.of("length", "长度") : language.of("longest", "最大长度"));
        headings.add(language.of("type", "类型"));
        if (needed) {
            headings.add(language.of("needed", "必填"));
        }
        headings.add(language.of("meaning", "含义"));
        return headings;
    }

    private String rule(boolean needed) {
        return "|---" + (fixed ? "|---:" : "") + "|---:|---" + (needed ? "|---" : "") + "|---|";
    }

    private List<String> cells(RecordKind kind, FieldLayout field, boolean needed) {
        Optional<Column> column = field.literal() == null ? kind.column(field.name()) : Optional.empty();
        List<String> cells = new ArrayList<>();
        cells.add("`" + field.name() + "`");
        if (fixed) {
            cells.add(Integer.toString(field.position() + 1));
        }
        cells.add(Integer.toString(field.length()));
        cells.add(column.map(of -> language.of(of.label())).orElse(unnamedType(field)));
        if (needed) {
            boolean always =
                    field.literal() != null || column.filter(Column::needed).isPresent();
            cells.add(always ? language.of("yes", "是") : "");
        }
        cells.add(column.map(of -> Meaning.of(of, language)).orElse(unnamedMeaning(field)));
        return cells;
    }

    private String unnamedType(FieldLayout field) {
        return field.literal() == null ? language.of("blank", "空白") : language.of("literal", "固定值");
    }

    private String unnamedMeaning(FieldLayout field) {
        return field.literal() == null ? language.of("blank", "留空") : "`" + field.literal() + "`";
    }

    private static int length(RecordLayout layout) {
        return layout.fields().stream().mapToInt(FieldLayout::length).sum();
    }

    private String count(int length) {
        String counted = format.count(length);
        return language == Language.EN
                ? counted
                : counted.replaceFirst(" bytes?", " 字节").replaceFirst(" characters?", " 字符");
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
