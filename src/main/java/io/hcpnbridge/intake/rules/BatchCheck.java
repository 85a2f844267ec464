package io.hcpnbridge.intake.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.AnswerWriter;
import io.hcpnbridge.mapping.format.BatchFormat;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.format.UnfitValueException;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Wording;
import io.hcpnbridge.text.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The first reading of a batch: every rule is asked about it and nothing is written. Goes on after problems, so that the ERP hears
 * of all of them at once.
 */
public final class BatchCheck implements BatchListener {
    private final InterfaceMapping mapping;
    private final Form form;
    private final TenantRule tenants;
    private final Availability availability;
    private final int mostRecords;
    private final ControlTotals totals;
    private final DocumentNumbers documents = new DocumentNumbers();
    private final Problems problems;
    private final AnswerWriter echo;
    private ObjectNode header = ExactJson.mapper().createObjectNode();
    /** Empty as long as no tenant is named that may be. */
    private String tenant = "";

    private boolean full;
    private long lastProblem = -1;
    /** If the batch may be cut off. */
    private long lastLine = Long.MAX_VALUE;

    /**
     * @param tenants those that it may name
     * @param mostRecords that it may have
     */
    public BatchCheck(
            InterfaceMapping mapping,
            Form form,
            TenantRule tenants,
            PartnerSettings partner,
            int mostRecords,
            Problems problems) {
        this.mapping = mapping;
        this.form = form;
        this.tenants = tenants;
        this.availability = new Availability(mapping.availability(), partner);
        this.mostRecords = mostRecords;
        this.totals = new ControlTotals(mapping.settings().controls());
        this.problems = problems;
        this.echo = mapping.format(form).answer(OutputStream.nullOutputStream());
    }

    public InterfaceMapping mapping() {
        return mapping;
    }

    /** How it was written. */
    public BatchFormat format() {
        return mapping.format(form);
    }

    /** What the header said, as answers may repeat it. */
    public ObjectNode header() {
        return header;
    }

    public String tenant() {
        return tenant;
    }

    public int records() {
        return totals.records();
    }

    public List<BatchProblem> problems(Wording wording) {
        return problems.told(wording);
    }

    public long problemCount() {
        return problems.count();
    }

    @Override
    public void header(ObjectNode said, long line) {
        var heading = new HeaderKeys(said);
        header = heading.visible();
        heading.problems(line).forEach(this::problem);
        if (heading.isKey("interface") && !mapping.name().equals(heading.text("interface"))) {
            problem(heading.problem(
                    line, "interface", Words.of("must be %s, as the folder says", "必须是 %s，与目录一致", mapping.name())));
        }
        var broken = tenants.brokenBy(heading.text("tenant"));
        if (broken.isEmpty()) {
            tenant = heading.text("tenant");
        } else if (heading.isKey("tenant")) {
            problem(heading.problem(line, "tenant", broken.get()));
        }
    }

    @Override
    public void record(ObjectNode record, long line) {
        if (isOneTooMany()) {
            return;
        }
        var violations = mapping.recordContract().check(record);
        violations.forEach(broken -> problem(new Problem(line, broken.field(), broken.value(), broken.rule())));
        if (!tenant.isEmpty()) {
            availability
                    .check(tenant, record)
                    .forEach(broken -> problem(new Problem(line, broken.field(), broken.value(), broken.rule())));
        }
        checkEcho(record, line);
        totals.add(record, violations);
        checkDocument(record.path("document").asText(), line);
    }

    private void checkDocument(String document, long line) {
        if (!document.isEmpty()) {
            documents
                    .add(document, line)
                    .ifPresent(first -> problem(new Problem(
                            line,
                            "document",
                            Printable.of(document),
                            form == Form.FILE
                                    ? Words.of("stands in line %s already", "已在第 %s 行出现", first)
                                    : Words.of("stands in record %s already", "已在第 %s 条记录中出现", first))));
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
        if (!isOneTooMany()) {
            totals.addUnreadable();
        }
    }

    /** Said once, with the first record that is too many. */
    private boolean isOneTooMany() {
        if (!full && totals.records() == mostRecords) {
            full = true;
            problem(new Problem(0, "records", "", Words.of("must be at most %s records", "最多 %s 条记录", mostRecords)));
        }
        return full;
    }

    @Override
    public boolean isFull() {
        return full;
    }

    @Override
    public void trailer(ObjectNode trailer, long line) {
        if (!full) {
            totals.differences(trailer)
                    .forEach(difference ->
                            problem(new Problem(line, difference.field(), difference.value(), difference.rule())));
        }
    }

    @Override
    public void mayBeCutOff(long line) {
        lastLine = Math.min(lastLine, line);
    }

    /** Whether it ended before its end. */
    public boolean isCutOff() {
        return lastProblem >= lastLine;
    }

    @Override
    public void problem(Problem problem) {
        lastProblem = Math.max(lastProblem, problem.line());
        problems.add(mapping.personal().hide(problem));
    }
}
