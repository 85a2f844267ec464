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
                .set("doubts.at-a-time", "8")
                .set("doubts.settle-time", "5s"));
    }
}
