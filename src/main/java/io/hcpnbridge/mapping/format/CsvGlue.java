package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.format.CsvSettings.Formulas;
import io.hcpnbridge.text.Formula;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cells between delimiters, quoted where they must be. */
final class CsvGlue implements Glue {
    /** Nothing to compute, and nothing a spreadsheet would take away: codes like {@code -1} stay what they are. */
    private static final Pattern NEGATIVE = Pattern.compile("-\\d{1,15}([.]\\d{1,15})?");

    private final CsvSettings settings;

    CsvGlue(CsvSettings settings) {
        this.settings = settings;
    }

    @Override
    public String record(RecordLayout record, Map<String, String> texts) {
        return record.fields().stream()
                        .map(field -> quoted(guarded(field, texts.getOrDefault(field.name(), ""))))
                        .collect(Collectors.joining(String.valueOf(settings.delimiter())))
                + settings.lineEnd().text();
    }

    private String guarded(FieldLayout field, String text) {
        boolean formula = Formula.isTakenFrom(text) && !NEGATIVE.matcher(text).matches();
        boolean words = field.type() == null && field.literal() == null;
        return formula && words && settings.formulas() == Formulas.QUOTED ? "'" + text : text;
    }

    private String quoted(String text) {
        String quote = String.valueOf(settings.quote());
        boolean needed = text.indexOf(settings.delimiter()) >= 0
                || text.contains(quote)
                || text.startsWith(" ")
                || text.endsWith(" ");
        return needed ? quote + text.replace(quote, quote + quote) + quote : text;
    }
}
