package io.hcpnbridge.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.AnswerLedger;
import io.hcpnbridge.ledger.AnswerableBatch;
import io.hcpnbridge.mapping.AnswerSum;
import io.hcpnbridge.mapping.format.BatchFormat;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.version.MappingVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes what a batch is answered, once and for all: its answer, in a second edition if the partner decides later, or its refusal. */
@Component("answerComposer")
public class AnswerComposer {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerComposer.class);

    private final AnswerLedger ledger;
    private final MappingVersions mappings;
    /** The last batch that was tried: one that cannot be composed does not keep those behind it waiting. */
    private volatile long tried;

    AnswerComposer(AnswerLedger ledger, MappingVersions mappings) {
        this.ledger = ledger;
        this.mappings = mappings;
    }

    /** Composes one answer; false if none is due. */
    @Transactional
    public boolean composeNext() {
        var batch = ledger.lockAnswerable(tried);
        tried = batch.map(AnswerableBatch::id).orElse(0L);
        batch.ifPresent(this::compose);
        return batch.isPresent();
    }

    private void compose(AnswerableBatch batch) {
        var mapping = mappings.of(batch.interfaceName(), batch.mappingVersion());
        var format = mapping.format(Form.of(batch.form()));
        var pending = 0L;
        try (var parts = new AnswerParts(ledger, batch.id(), batch.edition())) {
            if (batch.refused()) {
                composeRefusal(batch, format, parts);
            } else {
                pending = composeAnswer(batch, format, mapping.settings().sums(), parts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger.markAnswered(batch.id(), batch.edition(), pending > 0);
        LOG.info(
                "{}: the {}answer to batch {} is composed",
                batch.interfaceName(),
                pending > 0 ? "first " : "",
                batch.id());
    }

    /** Returns how many records wait for the partner's decision. */
    private long composeAnswer(AnswerableBatch batch, BatchFormat format, List<AnswerSum> sums, AnswerParts parts)
            throws IOException {
        try (var writer = format.answer(parts)) {
            writer.write("header", header(batch));
            var body = new AnswerBody(new AnswerLines(writer), sums);
            ledger.streamAnswer(batch.id(), body::line, body::row);
            body.end();
            return body.pending();
        }
    }

    private void composeRefusal(AnswerableBatch batch, BatchFormat format, AnswerParts parts) throws IOException {
        try (var writer = format.refusal(parts)) {
            var body = new RefusalBody(new AnswerLines(writer));
            body.header(header(batch), batch.fileName());
            ledger.streamProblems(batch.id(), body::problem);
            body.end();
        }
    }

    private static ObjectNode header(AnswerableBatch batch) {
        return batch.header().deepCopy().put("interface", batch.interfaceName());
    }
}
