package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.Problem;

/** One header first, one trailer last; every line that stands in the wrong place is reported. */
final class LineOrder {
    private final StreamLayout layout;
    private final BatchListener listener;
    private boolean begun;
    private long header;
    private long trailer;
    private long last;

    LineOrder(StreamLayout layout, BatchListener listener) {
        this.layout = layout;
        this.listener = listener;
    }

    /**
     * @param kind null if unknown
     * @return whether the line may stand here
     */
    boolean accept(long line, RecordLayout kind, String shown) {
        boolean first = !begun;
        begun = true;
        last = line;
        boolean isHeader = kind != null && kind.name().equals("header");
        boolean isTrailer = kind != null && kind.name().equals("trailer");
        String rule = null;
        if (isHeader && header > 0) {
            rule = "is a second header, line " + header + " is one already";
        } else if (isTrailer && trailer > 0) {
            rule = "is a second trailer, line " + trailer + " is one already";
        } else if (trailer > 0) {
            rule = "stands behind the trailer in line " + trailer + ", which must be the last line";
        } else if (first && !isHeader) {
            rule = "the first line must be the header (" + mark("header") + ")";
        } else if (isHeader && !first) {
            rule = "the header must be the first line";
        }
        header = isHeader && header == 0 ? line : header;
        trailer = isTrailer && trailer == 0 ? line : trailer;
        if (rule != null) {
            listener.problem(new Problem(line, "", shown, rule));
        }
        return rule == null;
    }

    void end() {
        if (trailer == 0) {
            String rule = "the file ends without a trailer (" + mark("trailer") + "): it may be cut off";
            listener.problem(new Problem(last, "", "", rule));
        }
    }

    private String mark(String record) {
        return layout.record(record).map(RecordLayout::mark).orElse(record);
    }
}
