package io.hcpnbridge.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares an answer with the expected one, document by document: which record has another value in which column. */
public final class AnswerDifferences {
    /** Beyond that, records that differ are compared in their order instead of with those that are most like them. */
    private static final int MOST_PAIRS = 1_000_000;

    private final List<Difference> found = new ArrayList<>();

    private record Pair(AnswerRecord expected, AnswerRecord got, long alike) {}

    private AnswerDifferences() {}

    /** @param counts the documents that are compared; empty stands for header, sums and trailer */
    public static List<Difference> between(
            List<AnswerRecord> expected, List<AnswerRecord> got, Predicate<String> counts) {
        var differences = new AnswerDifferences();
        var wanted = byDocument(expected);
        var given = byDocument(got);
        var documents = new LinkedHashSet<>(wanted.keySet());
        documents.addAll(given.keySet());
        // A sum differs because of what differs in a document.
        documents.remove("");
        documents.add("");
        for (var document : documents) {
            if (counts.test(document)) {
                differences.compare(wanted.getOrDefault(document, List.of()), given.getOrDefault(document, List.of()));
            }
        }
        return differences.found;
    }

    private static Map<String, List<AnswerRecord>> byDocument(List<AnswerRecord> records) {
        return records.stream()
                .collect(Collectors.groupingBy(AnswerRecord::document, LinkedHashMap::new, Collectors.toList()));
    }

    private void compare(List<AnswerRecord> expected, List<AnswerRecord> got) {
        var same = new LinkedHashMap<AnswerRecord, AnswerRecord>();
        var left = new ArrayList<>(got);
        var missing = withoutEqual(expected, left, same);
        inOrder(same);
        var pairs = pairs(missing, left);
        for (var pair : pairs) {
            columns(pair.expected(), pair.got());
        }
        missing.removeAll(pairs.stream().map(Pair::expected).toList());
        left.removeAll(pairs.stream().map(Pair::got).toList());
        missing.forEach(record -> found.add(Difference.of(Difference.What.MISSING, record)));
        left.forEach(record -> found.add(Difference.of(Difference.What.TOO_MANY, record)));
    }

    /** Takes away what is there in both; gives what is expected and not there. */
    private static List<AnswerRecord> withoutEqual(
            List<AnswerRecord> expected, List<AnswerRecord> got, Map<AnswerRecord, AnswerRecord> same) {
        var there = new HashMap<Object, List<AnswerRecord>>();
        got.forEach(record ->
                there.computeIfAbsent(said(record), none -> new ArrayList<>()).add(record));
        var missing = new ArrayList<AnswerRecord>();
        var equal = new HashSet<AnswerRecord>();
        for (var record : expected) {
            var alike = there.getOrDefault(said(record), List.of());
            if (alike.isEmpty()) {
                missing.add(record);
            } else {
                same.put(record, alike.remove(0));
                equal.add(same.get(record));
            }
        }
        got.removeAll(equal);
        return missing;
    }

    private static Object said(AnswerRecord record) {
        return List.of(record.kind(), record.columns());
    }

    /** Equal records that stand in another order. */
    private void inOrder(Map<AnswerRecord, AnswerRecord> same) {
        long last = 0;
        for (var pair : same.entrySet()) {
            if (pair.getValue().number() < last) {
                found.add(Difference.of(Difference.What.IN_ANOTHER_PLACE, pair.getKey()));
                return;
            }
            last = pair.getValue().number();
        }
    }

    /** Each with the one of its kind that is most like it. */
    private static List<Pair> pairs(List<AnswerRecord> expected, List<AnswerRecord> got) {
        var all = new ArrayList<Pair>();
        if ((long) expected.size() * got.size() > MOST_PAIRS) {
            for (int i = 0; i < Math.min(expected.size(), got.size()); i++) {
                all.add(new Pair(expected.get(i), got.get(i), 0));
            }
        } else {
            expected.forEach(one -> got.forEach(other -> all.add(new Pair(one, other, one.alike(other)))));
        }
        all.removeIf(pair -> !pair.expected().kind().equals(pair.got().kind()));
        all.sort(Comparator.comparing(Pair::alike).reversed());
        var taken = new HashSet<AnswerRecord>();
        return all.stream()
                .filter(pair -> !taken.contains(pair.expected()) && !taken.contains(pair.got()))
                .filter(pair -> taken.add(pair.expected()) | taken.add(pair.got()))
                .sorted(Comparator.comparing(pair -> pair.expected().number()))
                .toList();
    }

    private void columns(AnswerRecord expected, AnswerRecord got) {
        var names = new LinkedHashSet<>(expected.columns().keySet());
        names.addAll(new TreeSet<>(got.columns().keySet()));
        for (var name : names) {
            var wanted = expected.columns().get(name);
            var given = got.columns().get(name);
            if (!Objects.equals(wanted, given)) {
                found.add(new Difference(Difference.What.COLUMN, expected, name, wanted, given));
            }
        }
    }
}
