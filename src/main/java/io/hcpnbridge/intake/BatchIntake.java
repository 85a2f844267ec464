package io.hcpnbridge.intake;

import io.hcpnbridge.erp.ErpTenants;
import io.hcpnbridge.erp.queue.QueueProperties;
import io.hcpnbridge.intake.rules.BatchCheck;
import io.hcpnbridge.intake.rules.ContentHash;
import io.hcpnbridge.intake.rules.NoInterfaceReading;
import io.hcpnbridge.intake.rules.Problems;
import io.hcpnbridge.language.ErpLanguage;
import io.hcpnbridge.ledger.AcceptedBatch;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.ledger.Urgency;
import io.hcpnbridge.mapping.format.BatchFormat;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.message.MessageFormat;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.text.Words;
import io.hcpnbridge.version.MappingVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Brings a batch into the ledger: whole, refused whole, or recognised as one that is there already. */
@Component
class BatchIntake {
    private static final Logger LOG = LoggerFactory.getLogger(BatchIntake.class);

    private final MappingVersions mappings;
    private final BatchLedger ledger;
    private final TwoReadings readings;
    private final QueueProperties queues;
    private final PartnerSettings partner;
    private final ErpTenants tenants;
    private final ErpLanguage language;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Outlook> outlook;

    BatchIntake(
            MappingVersions mappings,
            BatchLedger ledger,
            TwoReadings readings,
            QueueProperties queues,
            PartnerSettings partner,
            ErpTenants tenants,
            ErpLanguage language,
            TransactionTemplate transaction,
            ObjectProvider<Outlook> outlook) {
        this.mappings = mappings;
        this.ledger = ledger;
        this.readings = readings;
        this.queues = queues;
        this.partner = partner;
        this.tenants = tenants;
        this.language = language;
        this.transaction = transaction;
        this.outlook = outlook;
    }

    /** Takes a batch in; false if it is refused. Either way the ledger owes the ERP an answer to this arrival. */
    boolean takeIn(String interfaceName, Form form, Arrival arrival, SpooledFile file) {
        return takeIn(interfaceName, form, arrival, file, accepted -> {});
    }

    /**
     * The same; what is written along with it is there if the batch is. It is checked before the transaction begins: however long that
     * takes, the ledger has nothing to do with it.
     */
    boolean takeIn(String interfaceName, Form form, Arrival arrival, SpooledFile file, IntakeCompanion along) {
        var check = SingletonSupplier.of(() -> check(interfaceName, form, arrival, file, along));
        var unknown = accepted(interfaceName, arrival, file).isEmpty();
        if (unknown) {
            check.obtain();
        }
        TransactionCallback<Boolean> once = status -> {
            var accepted = takeInOnce(interfaceName, form, arrival, file, check);
            along.taken(accepted);
            return accepted;
        };
        try {
            var accepted = Boolean.TRUE.equals(transaction.execute(once));
            if (accepted && unknown && form == Form.FILE) {
                outlook.ifAvailable(hearer -> hearer.takenIn(
                        check.obtain().tenant(), interfaceName, check.obtain().records()));
            }
            return accepted;
        } catch (DuplicateKeyException e) {
            LOG.info("{}: another replica took the same content in at the same moment", interfaceName);
            return Boolean.TRUE.equals(transaction.execute(once));
        }
    }

    private BatchCheck check(
            String interfaceName, Form form, Arrival arrival, SpooledFile file, IntakeCompanion along) {
        var mostRecords = form == Form.MESSAGE ? queues.maxRecords() : Integer.MAX_VALUE;
        var check = readings.check(
                mappings.current(interfaceName),
                form,
                nameable(arrival),
                mostRecords,
                content(interfaceName, form, file));
        if (check.isCutOff()) {
            along.cutOff();
        }
        return check;
    }

    private Nameable nameable(Arrival arrival) {
        return Nameable.by(arrival, partner, tenants);
    }

    /** Whoever has no right to name the tenant of that batch is not told that it is there, least of all its answer. */
    private Optional<Long> accepted(String interfaceName, Arrival arrival, SpooledFile file) {
        return ledger.accepted(interfaceName, file.contentHash())
                .filter(known -> nameable(arrival).has(known.tenant()))
                .map(AcceptedBatch::id);
    }

    private TwoReadings.Content content(String interfaceName, Form form, SpooledFile file) {
        var format = mappings.current(interfaceName).format(form);
        return listener -> read(format, file, listener);
    }

    /** Whether this message was taken in or refused before: by the same queue, with the same id and the same content. */
    boolean knows(Arrival arrival, SpooledFile file) {
        return ledger.knowsMessage(arrival, file.contentHash());
    }

    /** Refuses a message whose interface is not known, with everything that can be told of it. */
    void refuseUnknown(Arrival arrival, SpooledFile file, String named) {
        transaction.executeWithoutResult(status -> {
            ledger.lockMessage(arrival.name());
            if (knows(arrival, file)) {
                return;
            }
            var batch = ledger.openUnknown(Form.MESSAGE.text(), file.contentHash());
            ledger.noteArrival(batch, arrival);
            var reading = new NoInterfaceReading(readings.problems());
            reading.problem(new Problem(
                    0,
                    "interface",
                    named,
                    named.isEmpty()
                            ? Words.of("must name an interface", "必须写明接口")
                            : Words.of("is not known", "是未知的接口")));
            read(MessageFormat.OF_NO_INTERFACE, file, reading);
            ledger.keepHeader(batch, reading.header());
            var wording = language.of(reading.header().path("tenant").asText(), MessageFormat.OF_NO_INTERFACE);
            ledger.noteProblems(batch, reading.problems(wording));
            LOG.warn("A message of no known interface is refused as batch {}", batch);
        });
    }

    /** Refuses a batch without looking into it; what is written along with that is there if the refusal is. */
    void refuse(String interfaceName, Form form, Arrival arrival, Words rule, Runnable along) {
        transaction.executeWithoutResult(status -> {
            var mapping = mappings.keepCurrent(interfaceName);
            var batch = ledger.open(interfaceName, form.text(), ContentHash.of(arrival.name()), mapping.version());
            var problem = new Problem(0, arrival.channel(), arrival.name(), rule);
            var wording = language.of(arrival.owner(), mapping.format(form));
            ledger.noteProblems(batch, List.of(Problems.told(problem, wording)));
            ledger.noteArrival(batch, arrival);
            along.run();
        });
        LOG.warn("{}: a {} is refused without being read: {}", interfaceName, form.text(), rule);
    }

    private boolean takeInOnce(
            String interfaceName, Form form, Arrival arrival, SpooledFile file, SingletonSupplier<BatchCheck> check) {
        if (arrival.channel().equals(Arrival.QUEUE)) {
            ledger.lockMessage(arrival.name());
            if (knows(arrival, file)) {
                return true;
            }
        }
        var known = accepted(interfaceName, arrival, file);
        if (known.isPresent()) {
            ledger.noteArrivalAgain(
                    known.get(), arrival, mappings.keepCurrent(interfaceName).version());
            LOG.info("{}: batch {} came again; it gets the same answer", interfaceName, known.get());
            return true;
        }
        var mapping = mappings.keepCurrent(interfaceName);
        var batch = ledger.open(interfaceName, form.text(), file.contentHash(), mapping.version());
        ledger.noteArrival(batch, arrival);
        var taken = readings.bring(batch, check.obtain(), content(interfaceName, form, file));
        ledger.rank(batch, form == Form.MESSAGE ? Urgency.MESSAGE : Urgency.FILE);
        return taken;
    }

    private static void read(BatchFormat format, SpooledFile file, BatchListener reading) {
        try (var content = Files.newInputStream(file.path())) {
            format.read(content, reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
