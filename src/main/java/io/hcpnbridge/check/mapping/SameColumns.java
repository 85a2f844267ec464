package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.FileFormat;
import io.hcpnbridge.mapping.format.FormatColumn;
import io.hcpnbridge.mapping.format.FormatRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Format and contracts name the same columns, for files and messages alike: what only one of them knows is lost or refused later. */
final class SameColumns {
    private static final String FORMAT = "format.xml";
    private static final String RECORD = "record.schema.json";
    private static final String ANSWER = "answer.schema.json";

    private final InterfaceMapping mapping;
    private final FileFormat format;
    private final AnswerRules rules;
    private final Findings findings;
    private final SchemaPlaces places;

    private SameColumns(InterfaceMapping mapping, Findings findings) {
        this.mapping = mapping;
        this.format = mapping.fileFormat();
        this.rules = new AnswerRules(mapping);
        this.findings = findings;
        this.places = new SchemaPlaces(mapping.files().files().get(ANSWER));
    }

    static void check(InterfaceMapping mapping, Findings findings) {
        SameColumns check = new SameColumns(mapping, findings);
        check.record();
        check.members();
        check.rows();
        check.result();
        check.frame();
    }

    private FormatRecord batchRecord() {
        return record("batch", "record");
    }

    private FormatRecord record(String stream, String name) {
        return Streams.record(mapping, stream, name);
    }

    /** A contract that describes no column leaves them to the format; there are no messages of such an interface. */
    private void record() {
        var schema = mapping.recordContract().document();
        Set<String> described = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        Set<String> columns = Streams.names(batchRecord());
        if (described.isEmpty()) {
            return;
        }
        for (FormatColumn column : batchRecord().bound()) {
            if (!described.contains(column.name())) {
                inFormat("batch/record", column, RECORD + " has no such column", left(described, columns));
            }
        }
        SchemaPlaces lines = new SchemaPlaces(mapping.files().files().get(RECORD));
        for (String name : new SchemaWords(schema).mentioned()) {
            if (!described.contains(name)) {
                inSchema(RECORD, 0, name, "is described in no properties of the document", described);
            } else if (!columns.contains(name)) {
                inSchema(
                        RECORD,
                        lines.property(name, ""),
                        name,
                        "stands in no record batch/record of format.xml",
                        left(columns, described));
            }
        }
    }

    /** Of a step: the contract describes nothing that no mapping can give. */
    private void members() {
        mapping.answerContract().document().path("properties").fieldNames().forEachRemaining(name -> {
            if (!Streams.STEP.contains(name)) {
                findings.add(
                        ANSWER,
                        places.property(name, ""),
                        name + " is nothing that a response mapping can give" + Spelling.advice(name, Streams.STEP));
            }
        });
    }

    private void rows() {
        Set<String> kinds = format.answerRecords();
        for (FormatRecord record : format.records("answer")) {
            if (Streams.FRAME.contains(record.name())) {
                continue;
            }
            if (rules.knowsKind(record.name())) {
                rowOfFormat(record);
            } else {
                findings.add(
                        FORMAT,
                        record.line(),
                        "answer/" + record.name() + ": " + ANSWER + " knows no row of the kind " + record.name()
                                + Spelling.advice(record.name(), left(rules.kinds(), kinds)));
            }
        }
        for (String kind : rules.kinds()) {
            if (!kinds.contains(kind)) {
                findings.add(
                        ANSWER,
                        places.property("row", kind),
                        "a row of the kind " + kind + " stands in no record of the stream answer of " + FORMAT
                                + Spelling.advice(kind, left(kinds, rules.kinds())));
            } else if (!Streams.FRAME.contains(kind) && rules.knowsKind(kind) && !rules.isOpen(kind)) {
                rowOfSchema(record("answer", kind));
            }
        }
    }

    private void rowOfFormat(FormatRecord record) {
        Set<String> asked = Streams.names(record);
        Set<String> known = rules.ofRow(record.name(), asked);
        for (FormatColumn column : record.bound()) {
            if (!known.contains(column.name()) && !column.name().equals("document")) {
                inFormat(
                        "answer/" + record.name(),
                        column,
                        ANSWER + " knows no such column of a row " + record.name(),
                        left(rules.ofRow(record.name(), rules.words().properties()), asked));
            }
        }
    }

    private void rowOfSchema(FormatRecord record) {
        Set<String> known = rules.ofRow(record.name(), rules.words().properties());
        for (String name : new TreeSet<>(known)) {
            if (record.column(name).isEmpty() && !Set.of("row", "key").contains(name)) {
                inSchema(
                        ANSWER,
                        places.property(name, record.name()),
                        name,
                        "of a row " + record.name() + " stands in no record answer/" + record.name() + " of " + FORMAT,
                        left(Streams.names(record), known));
            }
        }
    }

    private void result() {
        FormatRecord result = record("answer", "result");
        if (rules.isOpen(null)) {
            return;
        }
        Set<String> asked = Streams.names(batchRecord());
        Set<String> known = rules.ofResult(rules.words().properties());
        Set<String> filled = new HashSet<>(known);
        filled.addAll(asked);
        filled.addAll(Streams.RESULT);
        for (FormatColumn column : result.bound()) {
            if (!filled.contains(column.name())) {
                inFormat(
                        "answer/result",
                        column,
                        "nobody fills it: neither is it a column of the document, nor one of the fields of " + ANSWER,
                        left(filled, Streams.names(result)));
            }
        }
        for (String name : new TreeSet<>(known)) {
            if (result.column(name).isEmpty()) {
                inSchema(
                        ANSWER,
                        places.property(name, "fields"),
                        name,
                        "of the fields stands in no record answer/result of " + FORMAT,
                        left(Streams.names(result), filled));
            }
        }
    }

    private void frame() {
        for (String stream : Streams.ALL) {
            for (FormatRecord record : format.records(stream)) {
                String place = stream + "/" + record.name();
                Set<String> filled = Streams.FILLED.getOrDefault(place, Streams.names(record));
                for (FormatColumn column : record.bound()) {
                    if (!filled.contains(column.name())) {
                        inFormat(place, column, "nobody fills it", left(filled, Streams.names(record)));
                    }
                }
            }
        }
    }

    private void inFormat(String record, FormatColumn column, String reason, Collection<String> right) {
        findings.add(
                FORMAT,
                column.line(),
                record + "/" + column.name() + ": " + reason + Spelling.advice(column.name(), right));
    }

    private void inSchema(String file, int line, String name, String reason, Collection<String> right) {
        findings.add(file, line, "the column " + name + " " + reason + Spelling.advice(name, right));
    }

    /** Names that are still to have: a name that stands in its place already is not what another one means. */
    private static Set<String> left(Collection<String> right, Collection<String> taken) {
        return right.stream().filter(name -> !taken.contains(name)).collect(Collectors.toSet());
    }
}
