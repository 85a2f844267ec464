package io.hcpnbridge.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.answer.text.AnswerBody;
import io.hcpnbridge.answer.text.AnswerLines;
import io.hcpnbridge.answer.text.RefusalBody;
import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.text.Language;
import io.hcpnbridge.text.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** The answer to a batch, or its refusal, as it would be delivered. */
public final class ComposedAnswer {
    /** As samples are. */
    private static final Wording ENGLISH = new Wording(Language.EN, StandardCharsets.UTF_8);

    private final InterfaceMapping mapping;
    private final Form form;
    private final ObjectNode header;

    /** @param header what the ERP's header said */
    public ComposedAnswer(InterfaceMapping mapping, Form form, ObjectNode header) {
        this.mapping = mapping;
        this.form = form;
        this.header = header.deepCopy().put("interface", mapping.name());
    }

    /**
     * Of documents that it is known of what becomes of them.
     *
     * @param last whether the last edition is meant, which tells what the partner decided later
     */
    public byte[] of(List<Played> documents, boolean last) {
        var out = new ByteArrayOutputStream();
        try (var writer = mapping.format(form).answer(out)) {
            writer.write("header", header.deepCopy());
            var body =
                    new AnswerBody(new AnswerLines(writer), mapping.settings().sums(), ENGLISH);
            for (var document : documents) {
                var told = document.told(last);
                body.line(told.line());
                told.rows().forEach(body::row);
            }
            body.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What a batch is refused for. */
    public byte[] refusal(String fileName, List<BatchProblem> problems) {
        var out = new ByteArrayOutputStream();
        try (var writer = mapping.format(form).refusal(out)) {
            var body = new RefusalBody(new AnswerLines(writer));
            body.header(header.deepCopy(), fileName);
            problems.stream().sorted(Comparator.comparing(BatchProblem::line)).forEach(body::problem);
            body.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
