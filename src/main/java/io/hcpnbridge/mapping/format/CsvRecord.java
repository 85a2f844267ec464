package io.hcpnbridge.mapping.format;

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
record CsvRecord(List<String> cells, Map<Integer, String> misquoted) implements RawRecord {
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
            String rule = "has " + columns(cells.size()) + ", a line " + kind.mark() + " must have "
                    + kind.fields().size();
            misfits.add(new Misfit("", String.join(" ", cells), rule));
        }
        return misfits;
    }

    private static String name(RecordLayout kind, int cell) {
        return cell < kind.fields().size() ? kind.fields().get(cell).name() : "";
    }

    private static String columns(int number) {
        return number + (number == 1 ? " column" : " columns");
    }
}
