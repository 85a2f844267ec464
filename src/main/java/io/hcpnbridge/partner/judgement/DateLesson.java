package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.text.Words;
import java.time.Instant;
import org.apache.camel.Message;

/** What the date of an answer that refused a signature says about the time it was signed for. */
final class DateLesson {
    private DateLesson() {}

    /** The judgement, corrected if the clock follows the partner's from now on, or with a word about why it does not. */
    static Judgement drawn(Judgement judgement, Message answer, PartnerClock clock) {
        Instant there = ResponseHeaders.date(answer);
        if (there == null) {
            return judgement;
        }
        return switch (clock.learn(there)) {
            case NOTHING -> judgement;
            case FOLLOWED -> judgement.withCorrection();
            case NOT_BELIEVED ->
                judgement.adding(Words.of(
                        "its answer is dated %s, further from this machine's time than partner.clock-difference-longest, and not followed",
                        "其应答的时间为 %s，与本机时间之差超过 partner.clock-difference-longest，未予采用", there));
        };
    }
}
