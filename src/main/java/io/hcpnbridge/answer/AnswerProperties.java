package io.hcpnbridge.answer;

import io.hcpnbridge.config.Faults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers are made ({@code answer.*}); routes read it.
 *
 * @param pollInterval milliseconds between looks for answers to compose and to deliver
 * @param awaitDoubts how long an answer waits for what becomes of a write in doubt, before a first one says {@code IN_DOUBT}
 */
@ConfigurationProperties("answer")
record AnswerProperties(@DefaultValue("1000") int pollInterval, @DefaultValue("2m") Duration awaitDoubts) {
    AnswerProperties {
        var faults = new Faults("answer.");
        faults.require(pollInterval > 0, "poll-interval", "must be 1 or more");
        faults.require(!awaitDoubts.isNegative(), "await-doubts", "must be 0 or more");
        faults.throwAny();
    }
}
