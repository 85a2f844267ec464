package io.hcpnbridge.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.erp.ErpTenants;
import io.hcpnbridge.intake.rules.ContentHash;
import io.hcpnbridge.intake.rules.Problems;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.language.ErpLanguage;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.ledger.Urgency;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.text.Words;
import io.hcpnbridge.version.MappingVersions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings a batch into the ledger that the adapter made itself: checked like a file's, answered like a file's. */
@Component
public class RecordsIntake {
    private final MappingVersions mappings;
    private final BatchLedger ledger;
    private final TwoReadings readings;
    private final PartnerSettings partner;
    private final ErpTenants tenants;
    private final ErpLanguage language;

    RecordsIntake(
            MappingVersions mappings,
            BatchLedger ledger,
            TwoReadings readings,
            PartnerSettings partner,
            ErpTenants tenants,
            ErpLanguage language) {
        this.mappings = mappings;
        this.ledger = ledger;
        this.readings = readings;
        this.partner = partner;
        this.tenants = tenants;
        this.language = language;
    }

    /**
     * A batch that was taken in.
     *
     * @param accepted false if it was refused whole
     */
    public record Taken(long batch, boolean accepted) {}

    /**
     * Takes records in, or refuses them all.
     *
     * @param fileName the name that the answer's name is made from
     * @param identity what makes it the same batch when it comes again
     * @param records an array of records with their {@code document}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken takeIn(String interfaceName, String fileName, String identity, ObjectNode header, JsonNode records) {
        var known = ledger.accepted(interfaceName, ContentHash.of(identity));
        var mapping = mappings.keepCurrent(interfaceName);
        if (known.isPresent()) {
            ledger.noteArrivalAgain(known.get().id(), arrival(fileName, header), mapping.version());
            return new Taken(known.get().id(), true);
        }
        var batch = open(mapping, arrival(fileName, header), identity);
        var message = header.deepCopy();
        message.set("records", records);
        var content = ExactJson.bytes(message);
        TwoReadings.Content twice = listener -> read(mapping, content, listener);
        var check = readings.check(mapping, Form.FILE, Nameable.all(partner), Integer.MAX_VALUE, twice);
        var taken = readings.bring(batch, check, twice);
        ledger.rank(batch, Urgency.PULL);
        return new Taken(batch, taken);
    }

    /** Refuses a batch whose records could not be made. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken refuse(String interfaceName, String fileName, String identity, ObjectNode header, Words rule) {
        var mapping = mappings.keepCurrent(interfaceName);
        var batch = open(mapping, arrival(fileName, header), identity);
        ledger.keepHeader(batch, header);
        var wording = language.of(header.path("tenant").asText(), mapping.format(Form.FILE));
        ledger.noteProblems(batch, List.of(Problems.told(new Problem(0, "records", "", rule), wording)));
        return new Taken(batch, false);
    }

    private long open(InterfaceMapping mapping, Arrival arrival, String identity) {
        var batch = ledger.open(mapping.name(), Form.FILE.text(), ContentHash.of(identity), mapping.version());
        ledger.noteArrival(batch, arrival);
        return batch;
    }

    /** Nobody has asked: the answer goes to the tenant's own folder, if it has one. */
    private Arrival arrival(String fileName, ObjectNode header) {
        return Arrival.ofFile(tenants.ownerOfFolders(header.path("tenant").asText()), fileName);
    }

    /** As a message of the ERP is read, so that a document is the same whatever way it came. */
    private static void read(InterfaceMapping mapping, byte[] message, BatchListener listener) {
        try {
            mapping.format(Form.MESSAGE).read(new ByteArrayInputStream(message), listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
