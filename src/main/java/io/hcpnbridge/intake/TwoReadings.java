package io.hcpnbridge.intake;

import io.hcpnbridge.intake.rules.BatchCheck;
import io.hcpnbridge.intake.rules.Problems;
import io.hcpnbridge.language.ErpLanguage;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.log.LogContext;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.partner.settings.PartnerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a batch twice: once to check it, and if it breaks no rule once more to bring its records into the ledger, which a refused
 * batch thus never sees.
 */
@Component
class TwoReadings {
    private static final Logger LOG = LoggerFactory.getLogger(TwoReadings.class);

    private final BatchLedger ledger;
    private final PartnerSettings partner;
    private final IntakeProperties settings;
    private final ErpLanguage language;

    TwoReadings(BatchLedger ledger, PartnerSettings partner, IntakeProperties settings, ErpLanguage language) {
        this.ledger = ledger;
        this.partner = partner;
        this.settings = settings;
        this.language = language;
    }

    /** The content of a batch, the same every time. */
    @FunctionalInterface
    interface Content {
        void readBy(BatchListener listener);
    }

    /** Asks all rules; the ledger has nothing to do with it. */
    BatchCheck check(InterfaceMapping mapping, Form form, Nameable nameable, int mostRecords, Content content) {
        var check = new BatchCheck(mapping, form, nameable, partner, mostRecords, problems());
        content.readBy(check);
        return check;
    }

    /** No problems so far, and room for as many as a refusal names. */
    Problems problems() {
        return new Problems(settings.maxProblems());
    }

    /** Accepts an open batch with its records, or notes why it is refused: false then. */
    boolean bring(long batch, BatchCheck check, Content content) {
        try (var log = LogContext.open()) {
            log.tenant(check.tenant()).interfaceName(check.mapping().name()).batch(batch);
            return bringChecked(batch, check, content);
        }
    }

    private boolean bringChecked(long batch, BatchCheck check, Content content) {
        var name = check.mapping().name();
        ledger.keepHeader(batch, check.header());
        if (check.problemCount() > 0) {
            ledger.noteProblems(batch, check.problems(language.of(check.tenant(), check.format())));
            LOG.warn("{}: batch {} is refused with {} problems", name, batch, check.problemCount());
            return false;
        }
        var lines = new BatchLines(batch, check.tenant(), check.mapping(), ledger);
        content.readBy(lines);
        lines.flush();
        ledger.accept(batch, check.tenant());
        LOG.info("{}: batch {} of tenant {} is taken in with {} records", name, batch, check.tenant(), check.records());
        return true;
    }
}
