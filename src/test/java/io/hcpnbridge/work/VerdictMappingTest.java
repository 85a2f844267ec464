package io.hcpnbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.Doubt;
import io.hcpnbridge.ledger.Inquiry;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A person's decision always comes to an end that the ledger takes. */
class VerdictMappingTest {
    private static final Doubt.Decision NOTHING_WAS_DONE =
            new Doubt.Decision(Doubt.Verdict.NOT_PLACED, null, "Li Lei", "asked Huawei's desk");

    @Test
    void whoSaysThatTheAnsweredWriteDidNothingIsToldAndNothingIsSentAgain() {
        var verdicts = new VerdictMapping(
                null,
                null,
                null,
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("doubts", DoubtProperties.class));

        var inquiry = verdicts.decided(new Work(List.of(recordOfAnAnsweredWrite()), null), NOTHING_WAS_DONE);

        assertThat(inquiry).isInstanceOfSatisfying(Inquiry.Resolved.class, resolved -> {
            assertThat(resolved.verdict()).isEqualTo(Doubt.Verdict.NOT_PLACED);
            assertThat(resolved.end()).isInstanceOfSatisfying(Conclusion.Settle.class, end -> {
                assertThat(end.state()).isEqualTo(RecordState.PARTIAL);
                assertThat(end.text().en()).isEqualTo("Li Lei: asked Huawei's desk");
            });
        });
    }

    /** The partner has said that it was carried out, and not what. */
    private static ClaimedRecord recordOfAnAnsweredWrite() {
        var doubt = new Doubt(1, Instant.EPOCH, Duration.ofHours(1), "renew", null, 0, 0, null, 0, NOTHING_WAS_DONE);
        var nothing = ExactJson.mapper().createObjectNode();
        return new ClaimedRecord(
                1,
                1,
                1,
                "acme",
                "orders.renew",
                "D1",
                nothing,
                "v",
                "file",
                Urgency.FILE,
                "new",
                null,
                true,
                true,
                null,
                false,
                nothing,
                0,
                0,
                0,
                doubt);
    }
}
