package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The cells of a line.
 *
 * @param cells without their quotes and the blanks around them
 * @param misquoted the rules that wrong quotes break, by the number of the cell from 0
 */
record CsvRecord(List<String> cells, Map<Integer, Words> misquoted) implements RawRecord {
    @Override
    public String raw(FieldLayout field) {
        return field.position() < cells.size() ? cells.get(field.position()) : "";
    }

    @Override
    public List<String> outside(RecordLayout kind) {
        return cells.subList(Math.min(kind.fields().size(), cells.size()), cells.size());
    }

    @Override
    public List<Misfit> misfits(RecordLayout kind) {
        List<Misfit> misfits = new ArrayList<>();
        IntStream.range(0, cells.size())
                .filter(misquoted::containsKey)
                .forEach(cell -> misfits.add(new Misfit(name(kind, cell), cells.get(cell), misquoted.get(cell))));
        if (misfits.isEmpty() && cells.size() != kind.fields().size()) {
            Words rule = Words.of(
                    "has %s, a line %s must have %s",
                    "有 %s，%s 行必须有 %s 列",
                    columns(cells.size()),
                    kind.mark(),
                    kind.fields().size());
            misfits.add(new Misfit("", String.join(" ", cells), rule));
        }
        return misfits;
    }

    private static String name(RecordLayout kind, int cell) {
        return cell < kind.fields().size() ? kind.fields().get(cell).name() : "";
    }

    private static Words columns(int number) {
        return number == 1 ? Words.of("1 column", "1 列") : Words.of("%s columns", "%s 列", number);
    }
}
