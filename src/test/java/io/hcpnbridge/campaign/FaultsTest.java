package io.hcpnbridge.campaign;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The partner answers wrongly in every way there is, and the ERP is told what is so. */
@Tag("slow")
@Tag("campaign")
class FaultsTest {
    private static final int RECORDS_PER_KIND = Size.of("records-per-fault", 500, 2);

    @Test
    void thePartnerAnswersWrongly() throws Exception {
        var affliction = new Affliction();
        var records = RECORDS_PER_KIND * affliction.kinds();
        Part.findsNothing(Plan.of("faults", Size.SEED, records / 2, records / 2)
                .in(affliction.weather())
                .set("partner.response-timeout", "3s")
                .set("partner.max-response-size", Affliction.LARGEST_ANSWER)
                // Hundreds of documents of a kind would otherwise lock the keys out, and let the lanes rest for hours.
                .set("work.credential-pause", "100ms")
                .set("work.credential-pause-longest", "200ms")
                .set("work.credential-tries", "1000000")
                .set("work.throttle-pause", "100ms")
                .set("work.throttle-pause-longest", "500ms")
                .set("work.backoff-first", "100ms")
                .set("work.backoff-longest", "1s")
                .set("doubts.first-pause", "1s")
                .set("doubts.longest-pause", "5s")
                .set("doubts.at-a-time", "8")
                .set("doubts.settle-time", "5s"));
    }
}
