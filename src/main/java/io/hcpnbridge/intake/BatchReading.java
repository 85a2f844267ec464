package io.hcpnbridge.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.ledger.BatchLine;
import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.Problem;
import io.hcpnbridge.mapping.format.AnswerWriter;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.format.UnfitValueException;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch on its way into the ledger. Goes on after problems, so that the ERP hears of all of them at once. */
class BatchReading implements BatchListener {
    private static final Logger LOG = LoggerFactory.getLogger(BatchReading.class);
    private static final int LINES_AT_A_TIME = 1_000;

    private final long batch;
    private final InterfaceMapping mapping;
    private final Form form;
    private final BatchLedger ledger;
    private final PartnerSettings partner;
    private final Offer offer;
    private final CallGroups groups;
    private final ControlTotals totals;
    private final AnswerWriter echo;
    private final List<BatchLine> lines = new ArrayList<>();
    private final List<BatchProblem> noted = new ArrayList<>();
    /** Empty as long as no configured tenant is named: then the lines are only there to be compared with each other. */
    private String tenant = "";

    private long problems;
    private long lastProblem = -1;
    /** If the batch may be cut off. */
    private long lastLine = Long.MAX_VALUE;

    private int mostRecords = Integer.MAX_VALUE;

    BatchReading(long batch, InterfaceMapping mapping, Form form, BatchLedger ledger, PartnerSettings partner) {
        this.batch = batch;
        this.mapping = mapping;
        this.form = form;
        this.ledger = ledger;
        this.partner = partner;
        this.offer = new Offer(mapping.availability(), partner);
        this.groups = new CallGroups(mapping.settings().together());
        this.totals = new ControlTotals(mapping.settings().controls());
        this.echo = mapping.format(form).answer(OutputStream.nullOutputStream());
    }

    long batch() {
        return batch;
    }

    @Override
    public void header(ObjectNode header, long line) {
        var heading = new HeaderKeys(header);
        ledger.keepHeader(batch, heading.visible());
        heading.problems(line).forEach(this::problem);
        if (heading.isKey("interface") && !mapping.name().equals(heading.text("interface"))) {
            problem(heading.problem(line, "interface", "must be " + mapping.name() + ", as the folder says"));
        }
        if (partner.tenants().containsKey(heading.text("tenant"))) {
            tenant = heading.text("tenant");
        } else if (heading.isKey("tenant")) {
            problem(heading.problem(line, "tenant", "must be a configured tenant"));
        }
    }

    @Override
    public void record(ObjectNode record, long line) {
        var violations = mapping.recordContract().check(record);
        violations.forEach(broken -> problem(new Problem(line, broken.field(), broken.value(), broken.rule())));
        if (!tenant.isEmpty()) {
            offer.check(tenant, record)
                    .forEach(broken -> problem(new Problem(line, broken.field(), broken.value(), broken.rule())));
        }
        checkEcho(record, line);
        totals.add(record, violations);
        var document = record.path("document").asText();
        if (!document.isEmpty()) {
            lines.add(
                    new BatchLine(totals.records(), line, document, RecordHash.of(record), groups.of(record), record));
            if (lines.size() == LINES_AT_A_TIME) {
                flush();
            }
        }
    }

    /** What the answer will show of the record must fit there; said now, while the file can still be mended. */
    private void checkEcho(ObjectNode record, long line) {
        try {
            echo.write(
                    "result",
                    record.deepCopy().put("status", "").put("code", "").put("rows", 0));
        } catch (UnfitValueException e) {
            problem(new Problem(line, e.field(), e.value(), e.rule()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void unreadableRecord(long line) {
        totals.addUnreadable();
    }

    @Override
    public void trailer(ObjectNode trailer, long line) {
        totals.differences(trailer)
                .forEach(difference ->
                        problem(new Problem(line, difference.field(), difference.value(), difference.rule())));
    }

    @Override
    public void mayBeCutOff(long line) {
        lastLine = Math.min(lastLine, line);
    }

    /** Whether it ended before its end. */
    boolean isCutOff() {
        return lastProblem >= lastLine;
    }

    @Override
    public void problem(Problem problem) {
        problems++;
        lastProblem = Math.max(lastProblem, problem.line());
        noted.add(new BatchProblem(problem.line(), problem.field(), problem.value(), problem.rule()));
        if (noted.size() == LINES_AT_A_TIME) {
            flushProblems();
        }
    }

    /** Sets how many records the batch may have. */
    void limit(int records) {
        mostRecords = records;
    }

    /** Accepts the batch, or takes back what it brought; true if it is accepted. */
    boolean finish() {
        flush();
        if (totals.records() > mostRecords) {
            problem(new Problem(
                    0, "records", String.valueOf(totals.records()), "must be at most " + mostRecords + " records"));
        }
        flushProblems();
        problems += ledger.noteDuplicates(
                batch, "document", form == Form.FILE ? "stands in line %s already" : "stands in record %s already");
        if (problems > 0) {
            ledger.discardLines(batch);
            LOG.warn("{}: batch {} is refused with {} problems", mapping.name(), batch, problems);
            return false;
        }
        ledger.accept(batch, tenant);
        LOG.info(
                "{}: batch {} of tenant {} is taken in with {} records",
                mapping.name(),
                batch,
                tenant,
                totals.records());
        return true;
    }

    private void flush() {
        if (!lines.isEmpty()) {
            ledger.addLines(batch, tenant, mapping.name(), lines);
            lines.clear();
        }
    }

    private void flushProblems() {
        ledger.noteProblems(batch, noted);
        noted.clear();
    }
}
