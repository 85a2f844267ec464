package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.definition.ControlTotal;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.InterfaceSettings;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.format.BatchFormat;
import io.hcpnbridge.mapping.format.FileFormat;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.jslt.JsltMapping;
import io.hcpnbridge.mapping.message.MessageFormat;
import io.hcpnbridge.mapping.problem.MappingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One version of one interface, compiled; shared by all threads. */
public final class InterfaceMapping {
    private final MappingFiles files;
    private final String version;
    private final InterfaceDefinition definition;
    private final Map<Form, BatchFormat> formats;
    private final Contracts contracts;
    private final PersonalColumns personal;
    private final JsltMapping generationNeeds;
    private final Map<Generation, JsltMapping> requests;
    private final Map<Generation, JsltMapping> responses;
    private final Optional<JsltMapping> pull;
    private final Optional<JsltMapping> delta;
    private final Optional<DoubtMapping> doubts;

    /** @param generationNeeds null when there is one generation; both maps then hold the same mapping twice */
    InterfaceMapping(
            MappingFiles files,
            InterfaceDefinition definition,
            Contracts contracts,
            JsltMapping generationNeeds,
            Map<Generation, JsltMapping> requests,
            Map<Generation, JsltMapping> responses,
            Optional<JsltMapping> pull,
            Optional<JsltMapping> delta,
            Optional<DoubtMapping> doubts) {
        this.files = files;
        this.version = files.version();
        this.definition = definition;
        this.contracts = contracts;
        this.formats = Map.of(Form.FILE, definition.files(), Form.MESSAGE, messages());
        this.personal = PersonalColumns.of(contracts.record().document(), totals());
        this.generationNeeds = generationNeeds;
        this.requests = requests;
        this.responses = responses;
        this.pull = pull;
        this.delta = delta;
        this.doubts = doubts;
    }

    public String name() {
        return files.iface();
    }

    /** The id of the route that works on its records, e.g. {@code renew-resources}: what operators know it by. */
    public String route() {
        return settings().route().orElseGet(() -> "work-on-" + name().replace('.', '-'));
    }

    /** SHA-256 over the files, see {@link MappingFiles#version()}. */
    public String version() {
        return version;
    }

    public MappingFiles files() {
        return files;
    }

    public InterfaceSettings settings() {
        return definition.settings();
    }

    /** Its columns and kinds of records. */
    public InterfaceDefinition definition() {
        return definition;
    }

    /** How batches of that form come in and are answered. */
    public BatchFormat format(Form form) {
        return formats.get(form);
    }

    /** How its files look; the same as its format of the form {@code FILE}. */
    public FileFormat fileFormat() {
        return (FileFormat) formats.get(Form.FILE);
    }

    public RecordContract recordContract() {
        return contracts.record();
    }

    /** Which columns of a record tell of a person. */
    public PersonalColumns personal() {
        return personal;
    }

    public Contract answerContract() {
        return contracts.answer();
    }

    /** What the columns of a record must agree on. */
    public Reasons rules() {
        return contracts.record().rules();
    }

    /** Where and to whom the interface is offered. */
    public Reasons availability() {
        return contracts.availability();
    }

    public boolean hasGenerations() {
        return generationNeeds != null;
    }

    /**
     * What of the record only one generation can do: {@code {"old": [reason…], "new": [reason…]}}.
     *
     * @throws IllegalStateException if the interface has one generation only
     */
    public JsonNode generationNeeds(JsonNode in) {
        if (generationNeeds == null) {
            throw new IllegalStateException(name() + " has one generation only");
        }
        return generationNeeds.apply(in);
    }

    /**
     * The next request of a record.
     *
     * @param generation ignored, may be null, when there is one only
     * @throws MappingException if the mapping fails on this input
     */
    public JsonNode request(Generation generation, JsonNode in) {
        return mapping(requests, generation).apply(in);
    }

    /** The result of one step; see {@link #request}. */
    public JsonNode response(Generation generation, JsonNode in) {
        return mapping(responses, generation).apply(in);
    }

    /** Whether a schedule can pull it: there is a {@code pull.jslt}. */
    public boolean canBePulled() {
        return pull.isPresent();
    }

    /**
     * The records of a scheduled pull.
     *
     * @throws IllegalStateException if there is no {@code pull.jslt}
     */
    public JsonNode pull(JsonNode in) {
        return pull.orElseThrow(() -> new IllegalStateException(name() + " has no pull.jslt"))
                .apply(in);
    }

    /**
     * What the answer says of a row that changed, null if nothing.
     *
     * @throws IllegalStateException if there is no {@code delta.jslt}
     */
    public JsonNode delta(JsonNode in) {
        return delta.orElseThrow(() -> new IllegalStateException(name() + " has no delta.jslt"))
                .apply(in);
    }

    /** How the partner is asked what became of a write in doubt; empty if its reads do not tell. */
    public Optional<DoubtMapping> doubts() {
        return doubts;
    }

    /** What a result repeats of its record is the same in both forms. */
    private MessageFormat messages() {
        RecordKind result = definition.record("answer", "result");
        return MessageFormat.of(contracts.record().document(), totals(), column -> result.column(column)
                .isPresent());
    }

    private List<String> totals() {
        return definition.settings().controls().stream()
                .map(ControlTotal::trailer)
                .toList();
    }

    private JsltMapping mapping(Map<Generation, JsltMapping> mappings, Generation generation) {
        if (hasGenerations() && generation == null) {
            throw new IllegalArgumentException(name() + " has two generations, one must be named");
        }
        return mappings.get(generation == null ? Generation.OLD : generation);
    }
}
