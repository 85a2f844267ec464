package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.format.FileFormat;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.jslt.JsltMapping;
import io.hcpnbridge.mapping.message.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles the files of one interface; whatever is missing, unknown or wrong in them is a {@link MappingException}. */
final class InterfaceCompiler {
    private static final Set<String> KNOWN = Set.of(
            "interface.yaml",
            "format.xml",
            "record.schema.json",
            "availability.schema.json",
            "answer.schema.json",
            "generation.jslt",
            "delta.jslt",
            "pull.jslt",
            "request.jslt",
            "request.old.jslt",
            "request.new.jslt",
            "response.jslt",
            "response.old.jslt",
            "response.new.jslt");

    private final MappingFiles files;
    private final Mistakes mistakes = new Mistakes();

    private InterfaceCompiler(MappingFiles files) {
        this.files = files;
    }

    static InterfaceMapping compile(MappingFiles files) {
        return new InterfaceCompiler(files).mapping();
    }

    private InterfaceMapping mapping() {
        files.files().keySet().stream()
                .filter(name -> !KNOWN.contains(name) && !name.startsWith("shared/"))
                .forEach(unknown -> mistakes.note(
                        new MappingException(files.path(unknown), 0, "is not a file that an interface has")));
        boolean generations = hasGenerations();
        InterfaceSettings settings = mistakes.tried(this::settings);
        FileFormat format = settings == null ? null : mistakes.tried(() -> format(settings));
        Contract records = mistakes.tried(() ->
                Contract.compileForRecords(files.path("record.schema.json"), files.required("record.schema.json")));
        Contract answer = mistakes.tried(() -> contract("answer.schema.json"));
        Contract availability = files.has("availability.schema.json")
                ? mistakes.tried(() -> contract("availability.schema.json"))
                : Contract.NONE;
        JsltMapping needs = generations ? jslt("generation.jslt") : null;
        Map<Generation, JsltMapping> requests = generations ? perGeneration("request") : both("request.jslt");
        Map<Generation, JsltMapping> responses = generations ? perGeneration("response") : both("response.jslt");
        Optional<JsltMapping> pull = optional("pull.jslt");
        Optional<JsltMapping> delta = optional("delta.jslt");
        if (format != null) {
            mistakes.attempt(() -> checkTotals(settings, format));
            mistakes.attempt(() -> checkTogether(settings, format));
            mistakes.attempt(() -> checkDelta(settings, format));
        }
        mistakes.end();
        return new InterfaceMapping(
                files,
                settings,
                Map.of(Form.FILE, format, Form.MESSAGE, messages(settings, format, records)),
                records,
                answer,
                availability,
                needs,
                requests,
                responses,
                pull,
                delta);
    }

    private InterfaceSettings settings() {
        FileKind kind = FileFormat.kind(files.path("format.xml"), files.required("format.xml"));
        return InterfaceYaml.read(files.path("interface.yaml"), files.required("interface.yaml"), kind);
    }

    private FileFormat format(InterfaceSettings settings) {
        return FileFormat.compile(files.path("format.xml"), files.required("format.xml"), settings.format());
    }

    private Contract contract(String name) {
        return Contract.compile(files.path(name), files.required(name));
    }

    /** What a result repeats of its record is the same in both forms. */
    private static MessageFormat messages(InterfaceSettings settings, FileFormat format, Contract records) {
        return MessageFormat.of(
                records.document(), settings.controls(), column -> format.isNumber("answer", "result", column)
                        .isPresent());
    }

    private boolean hasGenerations() {
        boolean several = files.files().keySet().stream()
                .anyMatch(name -> name.contains(".old.") || name.contains(".new.") || name.equals("generation.jslt"));
        if (several) {
            for (String single : List.of("request.jslt", "response.jslt")) {
                if (files.has(single)) {
                    mistakes.note(new MappingException(files.path(single), 0, "stands beside mappings per generation"));
                }
            }
        }
        return several;
    }

    private Map<Generation, JsltMapping> both(String name) {
        JsltMapping mapping = jslt(name);
        return named(mapping, mapping);
    }

    private Map<Generation, JsltMapping> perGeneration(String name) {
        return named(jslt(name + ".old.jslt"), jslt(name + ".new.jslt"));
    }

    /** Empty if one of them does not compile. */
    private static Map<Generation, JsltMapping> named(JsltMapping old, JsltMapping current) {
        return old == null || current == null ? Map.of() : Map.of(Generation.OLD, old, Generation.NEW, current);
    }

    private Optional<JsltMapping> optional(String name) {
        return files.has(name) ? Optional.ofNullable(jslt(name)) : Optional.empty();
    }

    /** Null if it does not compile, which is kept as a mistake. */
    private JsltMapping jslt(String name) {
        return mistakes.tried(() -> {
            files.required(name);
            return JsltMapping.compile(name, files.files(), files::path);
        });
    }

    private void checkTotals(InterfaceSettings settings, FileFormat format) {
        for (ControlTotal control : settings.controls()) {
            requireNumber(format, "trailer", control.trailer());
            requireNumber(format, "record", control.sumOf());
        }
        for (AnswerSum sum : settings.sums()) {
            for (String record : new String[] {sum.row(), "sum"}) {
                if (!format.answerRecords().contains(record)) {
                    mistakes.note(settingsError("sums: the answer has no record " + record));
                }
            }
        }
    }

    private void checkTogether(InterfaceSettings settings, FileFormat format) {
        if (settings.together() == null) {
            return;
        }
        if (!settings.effect().equals("read")) {
            throw settingsError("together: only reads can share a call");
        }
        for (String field : settings.together().by()) {
            if (format.isNumber("batch", "record", field).isEmpty()) {
                mistakes.note(settingsError("together: the format has no record/" + field));
            }
        }
    }

    private void checkDelta(InterfaceSettings settings, FileFormat format) {
        Delta delta = settings.delta();
        if ((delta == null) == files.has("delta.jslt")) {
            throw settingsError("delta: stands here and has a delta.jslt, or neither");
        }
        if (delta == null) {
            return;
        }
        if (!settings.effect().equals("read") || settings.together() != null) {
            throw settingsError("delta: only reads that share no call can be compared");
        }
        if (!format.answerRecords().contains(delta.row())) {
            mistakes.note(settingsError("delta: the answer has no record " + delta.row()));
        }
        List<String> fields = new ArrayList<>(delta.by());
        if (delta.field() != null) {
            fields.add(delta.field());
        }
        for (String field : fields) {
            if (format.isNumber("batch", "record", field).isEmpty()) {
                mistakes.note(settingsError("delta: the format has no record/" + field));
            }
        }
    }

    private void requireNumber(FileFormat format, String record, String field) {
        if (!format.isNumber("batch", record, field).orElse(false)) {
            mistakes.note(settingsError("controls: the format has no number " + record + "/" + field));
        }
    }

    private MappingException settingsError(String reason) {
        return new MappingException(files.path("interface.yaml"), 0, reason);
    }
}
