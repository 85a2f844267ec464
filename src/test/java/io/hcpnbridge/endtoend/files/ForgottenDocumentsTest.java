package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A document whose content was deleted by age is never done a second time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgottenDocumentsTest {
    private static final String RENEW = "orders.renew";

    private final ErpFormat format = ErpFormat.of(RENEW);
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.authorisingCustomer("c1");
        List.of("res-1", "res-2", "res-3", "res-4")
                .forEach(id -> surroundings.partner().resource("c1", id, resource -> resource));
        surroundings.set("retention.cron", "* * * * * ?");
        surroundings.set("retention.done-files", "100d");
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void theSameFileAndTheSameDocumentAreAnsweredByWhatIsLeftAndNothingIsSent() {
        var renewal = renewal("OLD-1", "c1", "res-1", 1);
        var content = batch("OLD", renewal);
        bridge.answerTo(RENEW, "old.txt", content);
        yearsPass();
        bridge.erp().delete("outbound/" + RENEW + "/old.txt.answer");

        requireDeleted(bridge.answerTo(RENEW, "old.txt", content));
        requireDeleted(bridge.answerTo(RENEW, "other.txt", batch("OTHER", renewal)));
        var changed = bridge.answerTo(RENEW, "changed.txt", batch("CHANGED", renewal("OLD-1", "c1", "res-2", 1)));

        assertThat(result(changed).fields())
                .containsEntry("status", "REFUSED")
                .containsEntry("code", "BRIDGE.DOCUMENT_CHANGED");
        assertThat(bridge.partner().journal().placedRenewals("res-1")).isOne();
        assertThat(bridge.partner().journal().placedRenewals("res-2")).isZero();
    }

    @Test
    void filesInDoneGoByTheirAgeAndYoungerOnesStay() throws IOException {
        bridge.answerTo(RENEW, "aged.txt", batch("AGED", renewal("AGED-1", "c1", "res-3", 1)));
        bridge.answerTo(RENEW, "young.txt", batch("YOUNG", renewal("YOUNG-1", "c1", "res-4", 1)));
        var done = bridge.surroundings().sftp().home().resolve("inbound/" + RENEW + "/.done");
        Awaitility.await().until(() -> Files.exists(done.resolve("aged.txt")));

        Files.setLastModifiedTime(
                done.resolve("aged.txt"), FileTime.from(Instant.now().minus(Duration.ofDays(101))));

        Awaitility.await().until(() -> Files.notExists(done.resolve("aged.txt")));
        assertThat(done.resolve("young.txt")).exists();
    }

    /** One document. */
    private byte[] batch(String number, Map<String, String> renewal) {
        return format.batch(number, List.of(renewal), Map.of("periodTotal", "1"));
    }

    private void requireDeleted(byte[] answer) {
        assertThat(result(answer).fields())
                .containsEntry("document", "OLD-1")
                .containsEntry("status", "OK")
                .containsEntry("code", "BRIDGE.CONTENT_DELETED");
    }

    private void yearsPass() {
        var ledger = JdbcClient.create(bridge.surroundings().database().dataSource());
        Map.of("record", "changed_at", "batch", "answered_at", "arrival", "delivered_at")
                .forEach((table, since) -> ledger.sql(
                                "update %s set %s = %s - interval '9 years'".formatted(table, since, since))
                        .update());
        Awaitility.await().untilAsserted(() -> {
            assertThat(ledger.sql("select count(*) from answer_part")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(ledger.sql("select count(*) from arrival")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(ledger.sql("select count(*) from record where emptied_at is null")
                            .query(Long.class)
                            .single())
                    .isZero();
        });
    }

    private Line result(byte[] answer) {
        return format.read(answer).stream()
                .filter(line -> line.record().equals("result"))
                .findFirst()
                .orElseThrow();
    }
}
