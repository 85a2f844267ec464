package io.hcpnbridge.standin.endpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cuts a page out of a list; beyond the end it is empty. */
final class Page {
    private Page() {}

    static <T> List<T> of(List<T> all, long firstRow, int size) {
        int from = (int) Math.min(firstRow, all.size());
        return all.subList(from, (int) Math.min(firstRow + size, all.size()));
    }

    /** The same, counted from the end of the list. */
    static <T> List<T> ofReversed(List<T> all, long firstRow, int size) {
        int to = (int) Math.max(all.size() - firstRow, 0);
        int from = Math.max(to - size, 0);
        return reversed(all.subList(from, to));
    }

    private static <T> List<T> reversed(List<T> some) {
        List<T> copy = new ArrayList<>(some);
        Collections.reverse(copy);
        return copy;
    }
}
