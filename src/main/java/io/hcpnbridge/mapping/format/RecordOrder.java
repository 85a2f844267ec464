package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.problem.Problem;

/** One header first, one trailer last; every record that stands in the wrong place is reported. */
final class RecordOrder {
    private final StreamLayout layout;
    private final String noun;
    private final BatchListener listener;
    private boolean begun;
    private long header;
    private long trailer;
    private long last;

    /** @param noun what a record is in the file: a line, an element */
    RecordOrder(StreamLayout layout, String noun, BatchListener listener) {
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
        String rule = null;
        if (isHeader && header > 0) {
            rule = "is a second header, " + noun + " " + header + " is one already";
        } else if (isTrailer && trailer > 0) {
            rule = "is a second trailer, " + noun + " " + trailer + " is one already";
        } else if (trailer > 0) {
            rule = "stands behind the trailer in " + noun + " " + trailer + ", which must be the last " + noun;
        } else if (first && !isHeader) {
            rule = "the first " + noun + " must be the header (" + mark("header") + ")";
        } else if (isHeader && !first) {
            rule = "the header must be the first " + noun;
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
            String rule = "the file ends without a trailer (" + mark("trailer") + "): it may be cut off";
            listener.problem(new Problem(last, "", "", rule));
            listener.mayBeCutOff(last);
        }
    }

    private String mark(String record) {
        return layout.record(record).map(RecordLayout::mark).orElse(record);
    }
}
