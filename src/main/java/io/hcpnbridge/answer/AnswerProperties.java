package io.hcpnbridge.answer;

import io.hcpnbridge.config.Faults;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers are made ({@code answer.*}); routes read it.
 *
 * @param pollInterval milliseconds between looks for answers to compose and to deliver
 */
@ConfigurationProperties("answer")
record AnswerProperties(@DefaultValue("1000") int pollInterval) {
    AnswerProperties {
        var faults = new Faults("answer.");
        faults.require(pollInterval > 0, "poll-interval", "must be 1 or more");
        faults.throwAny();
    }
}
