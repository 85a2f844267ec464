package io.hcpnbridge.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.settings.TestPartner;
import io.hcpnbridge.text.Language;
import io.hcpnbridge.text.Wording;
import io.hcpnbridge.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every rule is asked about a batch, and all that it breaks are told. */
class BatchCheckTest {
    private static final PartnerSettings PARTNER = TestPartner.with();
    private static final Wording ENGLISH = new Wording(Language.EN, StandardCharsets.UTF_8);
    private static final MappingCatalog CATALOG = new MappingCatalog(new MappingSource("classpath:mapping/catalog/"));

    private final BatchCheck check = check(Form.FILE, 1_000);

    @Test
    void aBatchThatBreaksNoRuleHasNoProblem() {
        check.header(header(), 1);
        check.record(record("A1"), 2);
        check.record(record("A2"), 3);
        check.trailer(json("{'count':2,'quantityTotal':6}"), 4);

        assertThat(check.problems(ENGLISH)).isEmpty();
        assertThat(check.tenant()).isEqualTo("acme");
        assertThat(check.records()).isEqualTo(2);
        assertThat(check.isCutOff()).isFalse();
    }

    @Test
    void everyRuleThatIsBrokenIsToldWithItsLine() {
        check.header(json("{'interface':'stock.order','batchNumber':'B1','tenant':'nobody'}"), 1);
        check.record(record("A1").put("quantity", 1_000), 2);
        check.record(record("A1"), 3);
        check.trailer(json("{'count':3,'quantityTotal':1}"), 4);

        assertThat(check.problems(ENGLISH))
                .extracting(problem -> problem.line() + " " + problem.field())
                .containsExactly("1 interface", "1 tenant", "2 quantity", "3 document", "4 count");
        assertThat(check.problems(ENGLISH)).extracting(BatchProblem::rule).contains("stands in line 2 already");
        assertThat(check.tenant()).as("none that may be named").isEmpty();
    }

    @Test
    void inAMessageADocumentStandsInARecord() {
        var message = check(Form.MESSAGE, 1_000);
        message.header(header(), 0);
        message.record(record("A1"), 1);
        message.record(record("A1"), 2);

        assertThat(message.problems(ENGLISH))
                .extracting(BatchProblem::rule)
                .containsExactly("stands in record 1 already");
    }

    @Test
    void aBatchWithTooManyRecordsIsToldOnceAndNotReadOn() {
        var small = check(Form.FILE, 2);
        small.header(header(), 1);
        for (var line = 2; line <= 3; line++) {
            small.record(record("A" + line), line);
        }
        assertThat(small.isFull()).isFalse();

        small.record(record("A4").put("quantity", 0), 4);
        small.unreadableRecord(5);
        small.trailer(json("{'count':9,'quantityTotal':9}"), 6);

        assertThat(small.isFull()).isTrue();
        assertThat(small.problems(ENGLISH))
                .extracting(BatchProblem::rule)
                .as("nothing about what was not read")
                .containsExactly("must be at most 2 records");
    }

    @Test
    void aBatchIsCutOffIfItsLastLineIsWrongAndWrongOnlyIfAnEarlierOneIs() {
        check.mayBeCutOff(5);
        check.problem(new Problem(4, "document", "", Words.same("is needed")));
        assertThat(check.isCutOff()).isFalse();

        check.problem(new Problem(5, "", "", Words.same("is too short")));
        assertThat(check.isCutOff()).isTrue();
    }

    private static BatchCheck check(Form form, int mostRecords) {
        return new BatchCheck(
                CATALOG.current("stock.query"),
                form,
                BatchCheckTest::configured,
                PARTNER,
                mostRecords,
                new Problems(100));
    }

    private static ObjectNode header() {
        return json("{'interface':'stock.query','batchNumber':'B1','tenant':'acme'}");
    }

    private static ObjectNode record(String document) {
        return json("{'quantity':3}").put("document", document);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ExactJson.read(text.replace('\'', '"'));
    }

    private static Optional<Words> configured(String tenant) {
        return PARTNER.tenants().containsKey(tenant)
                ? Optional.empty()
                : Optional.of(Words.same("must be a configured tenant"));
    }
}
