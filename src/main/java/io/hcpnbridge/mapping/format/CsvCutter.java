package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Blanks;
import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts a line at its delimiters (RFC 4180, but a value never goes on in the next line). For one line. */
final class CsvCutter {
    private static final Words OPEN = Words.of(
            "the quoted value does not end on its line: line breaks inside values are not allowed",
            "引号内的值在本行没有结束：值中不允许换行");
    private static final Words BEHIND = Words.of("behind the closing quote there must be a delimiter", "右引号之后必须是分隔符");
    private static final Words INSIDE = Words.of(
            "a value with quotes in it must be quoted, and the quotes in it doubled", "含引号的值必须用引号括起，其中的引号必须成双");

    private final String line;
    private final char delimiter;
    private final char quote;
    private final List<String> cells = new ArrayList<>();
    private final Map<Integer, Words> misquoted = new HashMap<>();
    private int next;

    private CsvCutter(String line, CsvSettings settings) {
        this.line = line;
        this.delimiter = settings.delimiter();
        this.quote = settings.quote();
    }

    static CsvRecord cut(String line, CsvSettings settings) {
        return new CsvCutter(line, settings).record();
    }

    private CsvRecord record() {
        cell();
        while (next < line.length()) {
            next++;
            cell();
        }
        return new CsvRecord(cells, misquoted);
    }

    /** Reads on to the next delimiter or the end of the line. */
    private void cell() {
        StringBuilder cell = new StringBuilder();
        if (next < line.length() && line.charAt(next) == quote) {
            quoted(cell);
        }
        int from = next;
        next = end(from);
        String rest = line.substring(from, next);
        if (rest.indexOf(quote) >= 0) {
            misquoted.putIfAbsent(cells.size(), INSIDE);
        }
        cells.add(Blanks.without(cell.append(rest).toString()));
    }

    private void quoted(StringBuilder cell) {
        next++;
        while (next < line.length()) {
            char unit = line.charAt(next++);
            if (unit != quote) {
                cell.append(unit);
            } else if (next < line.length() && line.charAt(next) == quote) {
                cell.append(line.charAt(next++));
            } else {
                if (next < line.length() && line.charAt(next) != delimiter) {
                    misquoted.put(cells.size(), BEHIND);
                }
                return;
            }
        }
        misquoted.put(cells.size(), OPEN);
    }

    private int end(int from) {
        int end = line.indexOf(delimiter, from);
        return end < 0 ? line.length() : end;
    }
}
