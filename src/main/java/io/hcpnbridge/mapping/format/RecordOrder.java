package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Words;

/** One header first, one trailer last; every record that stands in the wrong place is reported. */
final class RecordOrder {
    private final StreamLayout layout;
    private final Noun noun;
    private final BatchListener listener;
    private boolean begun;
    private long header;
    private long trailer;
    private long last;

    RecordOrder(StreamLayout layout, Noun noun, BatchListener listener) {
        this.layout = layout;
        this.noun = noun;
        this.listener = listener;
    }

    /**
     * @param kind null if unknown
     * @return whether the record may stand here
     */
    boolean accept(long number, RecordLayout kind, String shown) {
        boolean first = !begun;
        begun = true;
        last = number;
        boolean isHeader = kind != null && kind.name().equals("header");
        boolean isTrailer = kind != null && kind.name().equals("trailer");
        Words rule = null;
        if (isHeader && header > 0) {
            rule = Words.of("is a second header, %s is one already", "是第二个表头，%s已是表头", noun.at(header));
        } else if (isTrailer && trailer > 0) {
            rule = Words.of("is a second trailer, %s is one already", "是第二个表尾，%s已是表尾", noun.at(trailer));
        } else if (trailer > 0) {
            rule = Words.of(
                    "stands behind the trailer in %s, which must be the last %s",
                    "位于表尾（%s）之后，表尾必须是最后一个%s", noun.at(trailer), noun.words());
        } else if (first && !isHeader) {
            rule = Words.of("the first %s must be the header (%s)", "第一个%s必须是表头（%s）", noun.words(), mark("header"));
        } else if (isHeader && !first) {
            rule = Words.of("the header must be the first %s", "表头必须是第一个%s", noun.words());
        }
        header = isHeader && header == 0 ? number : header;
        trailer = isTrailer && trailer == 0 ? number : trailer;
        if (rule != null) {
            listener.problem(new Problem(number, "", shown, rule));
        }
        return rule == null;
    }

    void end() {
        if (trailer == 0) {
            Words rule = Words.of(
                    "the file ends without a trailer (%s): it may be cut off",
                    "文件结束时没有表尾（%s）：文件可能不完整", mark("trailer"));
            listener.problem(new Problem(last, "", "", rule));
            listener.mayBeCutOff(last);
        }
    }

    private String mark(String record) {
        return layout.record(record).map(RecordLayout::mark).orElse(record);
    }
}
