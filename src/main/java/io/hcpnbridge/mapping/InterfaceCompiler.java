package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.jslt.JsltMapping;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.mapping.problem.Mistakes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles the files of one interface; whatever is missing, unknown or wrong in them is a {@link MappingException}. */
final class InterfaceCompiler {
    private static final Set<String> KNOWN = Set.of(
            "interface.yaml",
            "rules.jslt",
            "availability.jslt",
            "generation.jslt",
            "delta.jslt",
            "pull.jslt",
            "question.jslt",
            "verdict.jslt",
            "request.jslt",
            "request.old.jslt",
            "request.new.jslt",
            "response.jslt",
            "response.old.jslt",
            "response.new.jslt");

    /** What columns were described in before {@code interface.yaml} had them. */
    private static final Set<String> REPLACED =
            Set.of("format.xml", "record.schema.json", "answer.schema.json", "availability.schema.json");

    private final MappingFiles files;
    private final Mistakes mistakes = new Mistakes();

    private InterfaceCompiler(MappingFiles files) {
        this.files = files;
    }

    static InterfaceMapping compile(MappingFiles files) {
        return new InterfaceCompiler(files).mapping();
    }

    private InterfaceMapping mapping() {
        checkNames();
        boolean generations = hasGenerations();
        InterfaceDefinition definition = mistakes.tried(() -> InterfaceDefinition.read(files));
        Reasons rules = reasons("rules.jslt");
        Reasons availability = reasons("availability.jslt");
        JsltMapping needs = generations ? jslt("generation.jslt") : null;
        Map<Generation, JsltMapping> requests = generations ? perGeneration("request") : both("request.jslt");
        Map<Generation, JsltMapping> responses = generations ? perGeneration("response") : both("response.jslt");
        Optional<JsltMapping> pull = optional("pull.jslt");
        Optional<JsltMapping> delta = optional("delta.jslt");
        Optional<DoubtMapping> doubts = doubts();
        if (definition != null && (definition.settings().delta() == null) == files.has("delta.jslt")) {
            mistakes.note(new MappingException(
                    files.path("interface.yaml"), 0, "delta: stands here and has a delta.jslt, or neither"));
        }
        mistakes.end();
        Contracts contracts = Contracts.of(files.path("interface.yaml"), definition, rules, availability);
        return new InterfaceMapping(files, definition, contracts, needs, requests, responses, pull, delta, doubts);
    }

    private void checkNames() {
        for (String name : files.files().keySet()) {
            if (REPLACED.contains(name)) {
                mistakes.note(
                        new MappingException(
                                files.path(name),
                                0,
                                "is not read any more: all columns stand in interface.yaml now, one on a line, and what they must agree on, and"
                                        + " where they are offered, in rules.jslt and availability.jslt; take the packed interface.yaml and put your changes into it"));
            } else if (!KNOWN.contains(name) && !name.startsWith("shared/")) {
                mistakes.note(new MappingException(files.path(name), 0, "is not a file that an interface has"));
            }
        }
    }

    /** Whoever asks must be able to judge the answer, and the other way round. */
    private Optional<DoubtMapping> doubts() {
        if (files.has("question.jslt") != files.has("verdict.jslt")) {
            String lone = files.has("question.jslt") ? "question.jslt" : "verdict.jslt";
            mistakes.note(new MappingException(
                    files.path(lone), 0, "needs the other one of question.jslt and verdict.jslt beside it"));
            return Optional.empty();
        }
        return optional("question.jslt")
                .flatMap(question -> optional("verdict.jslt").map(verdict -> new DoubtMapping(question, verdict)));
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

    private Reasons reasons(String name) {
        return optional(name)
                .map(mapping -> Reasons.of(files.path(name), mapping))
                .orElse(Reasons.NONE);
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
}
