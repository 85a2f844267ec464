package io.hcpnbridge.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.Problem;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.version.MappingVersions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings a batch into the ledger that the adapter made itself: checked like a file's, answered like a file's. */
@Component
public class RecordsIntake {
    private final MappingVersions mappings;
    private final BatchLedger ledger;
    private final PartnerSettings partner;

    RecordsIntake(MappingVersions mappings, BatchLedger ledger, PartnerSettings partner) {
        this.mappings = mappings;
        this.ledger = ledger;
        this.partner = partner;
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
        if (known.isPresent()) {
            ledger.noteArrival(known.get(), Arrival.ofFile(fileName));
            return new Taken(known.get(), true);
        }
        var mapping = mappings.keepCurrent(interfaceName);
        var reading = open(mapping, fileName, identity);
        read(mapping, header, records, reading);
        return new Taken(reading.batch(), reading.finish());
    }

    /** Refuses a batch whose records could not be made. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken refuse(String interfaceName, String fileName, String identity, ObjectNode header, String rule) {
        var reading = open(mappings.keepCurrent(interfaceName), fileName, identity);
        reading.header(header, 0);
        reading.problem(new Problem(0, "records", "", rule));
        return new Taken(reading.batch(), reading.finish());
    }

    private BatchReading open(InterfaceMapping mapping, String fileName, String identity) {
        var batch = ledger.open(mapping.name(), Form.FILE.text(), ContentHash.of(identity), mapping.version());
        ledger.noteArrival(batch, Arrival.ofFile(fileName));
        return new BatchReading(batch, mapping, Form.FILE, ledger, partner);
    }

    /** As a message of the ERP is read, so that a document is the same whatever way it came. */
    private static void read(InterfaceMapping mapping, ObjectNode header, JsonNode records, BatchReading reading) {
        var message = header.deepCopy();
        message.set("records", records);
        try {
            mapping.format(Form.MESSAGE).read(new ByteArrayInputStream(ExactJson.bytes(message)), reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
