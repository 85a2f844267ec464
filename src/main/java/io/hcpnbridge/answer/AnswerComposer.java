package io.hcpnbridge.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.AnswerLedger;
import io.hcpnbridge.ledger.AnswerableBatch;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.version.MappingVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the answer of a batch whose records are all final, or the refusal of a batch, once and for all. */
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
        try (var parts = new AnswerParts(ledger, batch.id())) {
            if (batch.refused()) {
                composeRefusal(batch, mapping, parts);
            } else {
                composeAnswer(batch, mapping, parts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger.markAnswered(batch.id());
        LOG.info("{}: the answer to batch {} is composed", batch.interfaceName(), batch.id());
    }

    private void composeAnswer(AnswerableBatch batch, InterfaceMapping mapping, AnswerParts parts) throws IOException {
        try (var writer = mapping.format().answer(parts)) {
            writer.write("header", header(batch));
            var body =
                    new AnswerBody(new AnswerLines(writer), mapping.settings().sums());
            ledger.streamAnswer(batch.id(), body::line, body::row);
            body.end();
        }
    }

    private void composeRefusal(AnswerableBatch batch, InterfaceMapping mapping, AnswerParts parts) throws IOException {
        try (var writer = mapping.format().refusal(parts)) {
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
