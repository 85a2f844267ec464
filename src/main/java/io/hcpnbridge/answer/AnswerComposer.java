package io.hcpnbridge.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.answer.text.AnswerBody;
import io.hcpnbridge.answer.text.AnswerLines;
import io.hcpnbridge.answer.text.RefusalBody;
import io.hcpnbridge.language.ErpLanguage;
import io.hcpnbridge.ledger.AnswerLedger;
import io.hcpnbridge.ledger.AnswerableBatch;
import io.hcpnbridge.log.LogContext;
import io.hcpnbridge.mapping.format.BatchFormat;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.format.UnfitValueException;
import io.hcpnbridge.mapping.message.MessageFormat;
import io.hcpnbridge.version.MappingVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Composes what a batch is answered, once and for all: its answer, in a second edition if the partner decides later or a write is in
 * doubt, or its refusal.
 */
@Component("answerComposer")
public class AnswerComposer {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerComposer.class);

    private final AnswerLedger ledger;
    private final MappingVersions mappings;
    private final ErpLanguage language;
    private final AnswerProperties settings;
    /** The last batch that was tried: one that cannot be composed does not keep those behind it waiting. */
    private volatile long tried;

    AnswerComposer(AnswerLedger ledger, MappingVersions mappings, ErpLanguage language, AnswerProperties settings) {
        this.ledger = ledger;
        this.mappings = mappings;
        this.language = language;
        this.settings = settings;
    }

    /** Composes one answer; false if none is due. */
    @Transactional
    public boolean composeNext() {
        var batch = ledger.lockAnswerable(tried, settings.awaitDoubts());
        tried = batch.map(AnswerableBatch::id).orElse(0L);
        batch.ifPresent(found -> {
            try (var log = LogContext.open()) {
                log.tenant(found.tenant()).interfaceName(found.interfaceName()).batch(found.id());
                compose(found);
            }
        });
        return batch.isPresent();
    }

    private void compose(AnswerableBatch batch) {
        var open = false;
        try (var parts = new AnswerParts(ledger, batch.id(), batch.edition())) {
            if (batch.refused()) {
                composeRefusal(batch, parts);
            } else {
                open = composeAnswer(batch, parts);
            }
        } catch (UnfitValueException e) {
            throw new IllegalStateException(
                    "The answer to batch " + batch.id() + " has no room in mappings/" + batch.interfaceName()
                            + "/interface.yaml: " + e.field() + " " + e.rule(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger.markAnswered(batch.id(), batch.edition(), open);
        LOG.info("{}: the {}answer to batch {} is composed", batch.interfaceName(), open ? "first " : "", batch.id());
    }

    /** Returns whether another answer follows. */
    private boolean composeAnswer(AnswerableBatch batch, AnswerParts parts) throws IOException {
        var mapping = mappings.of(batch.interfaceName(), batch.mappingVersion());
        var format = mapping.format(Form.of(batch.form()));
        try (var writer = format.answer(parts)) {
            writer.write("header", header(batch));
            var body = new AnswerBody(
                    new AnswerLines(writer), mapping.settings().sums(), language.of(batch.tenant(), format));
            ledger.streamAnswer(batch.id(), body::line, body::row);
            body.end();
            return body.isOpen();
        }
    }

    private void composeRefusal(AnswerableBatch batch, AnswerParts parts) throws IOException {
        try (var writer = refusalFormat(batch).refusal(parts)) {
            var body = new RefusalBody(new AnswerLines(writer));
            body.header(header(batch), batch.fileName());
            ledger.streamProblems(batch.id(), body::problem);
            body.end();
        }
    }

    private static ObjectNode header(AnswerableBatch batch) {
        var header = batch.header().deepCopy();
        return isOfNoInterface(batch) ? header : header.put("interface", batch.interfaceName());
    }

    private BatchFormat refusalFormat(AnswerableBatch batch) {
        return isOfNoInterface(batch)
                ? MessageFormat.OF_NO_INTERFACE
                : mappings.of(batch.interfaceName(), batch.mappingVersion()).format(Form.of(batch.form()));
    }

    private static boolean isOfNoInterface(AnswerableBatch batch) {
        return batch.mappingVersion().isEmpty();
    }
}
