package io.hcpnbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.language.ErpLanguage;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.ledger.LedgerBench;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.settings.TestPartner;
import io.hcpnbridge.text.Words;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A batch is read twice, and the ledger has to do with the second reading only. */
class TwoReadingsTest {
    private static final PartnerSettings PARTNER = TestPartner.with();
    private static final InterfaceMapping STOCK =
            new MappingCatalog(new MappingSource("classpath:mapping/catalog/")).current("stock.query");

    private final LedgerBench ledger = new LedgerBench(0);
    private final BatchLedger batches = ledger.part(BatchLedger.class);
    private final TwoReadings readings = new TwoReadings(
            batches,
            PARTNER,
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("bridge.intake", IntakeProperties.class),
            new ErpLanguage(
                    new Binder(new MapConfigurationPropertySource(java.util.Map.of(
                                    "erp.sftp.host",
                                    "h",
                                    "erp.sftp.username",
                                    "u",
                                    "erp.sftp.password",
                                    "p",
                                    "erp.sftp.known-hosts-file",
                                    "k")))
                            .bindOrCreate("erp", ErpProperties.class),
                    PARTNER));

    @Test
    void aBatchThatBreaksNoRuleIsTakenInWithAllItsRecords() {
        assertThat(taken(reader -> stock(reader, 1_500, 3))).isTrue();

        assertThat(count("record")).isEqualTo(1_500);
        assertThat(count("batch_problem")).isZero();
    }

    @Test
    void aBatchThatBreaksOneIsReadOnceAndNothingOfItBecomesARecord() {
        var read = new AtomicInteger();

        assertThat(taken(reader -> {
                    read.incrementAndGet();
                    stock(reader, 2, 0);
                }))
                .isFalse();

        assertThat(read).hasValue(1);
        assertThat(count("record")).isZero();
        assertThat(count("batch_problem")).isEqualTo(2);
    }

    @Test
    void contentThatIsAnotherTheSecondTimeIsNotTakenIn() {
        var read = new AtomicInteger();

        assertThatThrownBy(() -> taken(reader -> {
                    stock(reader, 2, 3);
                    if (read.incrementAndGet() == 2) {
                        reader.problem(new Problem(4, "document", "", Words.same("is needed")));
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A batch that broke no rule breaks one: is needed");
    }

    private boolean taken(TwoReadings.Content content) {
        var check = readings.check(STOCK, Form.FILE, Nameable.all(PARTNER), 10_000, content);
        return readings.bring(batches.open("stock.query", "file", "h", "v"), check, content);
    }

    private static void stock(BatchListener reader, int records, int quantity) {
        reader.header(json("{'interface':'stock.query','batchNumber':'B1','tenant':'acme'}"), 1);
        for (var line = 2; line < records + 2; line++) {
            reader.record(json("{'document':'D" + line + "','quantity':" + quantity + "}"), line);
        }
        reader.trailer(json("{'count':" + records + ",'quantityTotal':" + records * quantity + "}"), records + 2);
    }

    private long count(String table) {
        return ledger.sql()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ExactJson.read(text.replace('\'', '"'));
    }
}
