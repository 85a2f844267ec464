package io.hcpnbridge.retention;

import io.hcpnbridge.config.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.lang.Nullable;

/**
 * How long what has ended is kept ({@code retention.*}); routes read it.
 *
 * @param cron when what is older is deleted, as Quartz reads it, in UTC+8
 * @param contents what documents say and were told
 * @param exchanges what was sent and received
 * @param answers composed answers
 * @param refusals refused batches, with what was wrong with them
 * @param arrivals names of files and messages
 * @param events changes that the broker has
 * @param signOns links for sign-on that can no longer be used
 * @param bindings what the partner has told of bound accounts
 * @param keys batches and document numbers, with the attempts: null for ever
 * @param doneFiles the ERP's files in {@code .done}: null for ever
 * @param atATime how many records a step looks at
 * @param stepInterval milliseconds between two steps
 */
@ConfigurationProperties("retention")
record RetentionProperties(
        @DefaultValue("0 30 2 * * ?") String cron,
        @DefaultValue("730d") Duration contents,
        @DefaultValue("30d") Duration exchanges,
        @DefaultValue("365d") Duration answers,
        @DefaultValue("180d") Duration refusals,
        @DefaultValue("730d") Duration arrivals,
        @DefaultValue("90d") Duration events,
        @DefaultValue("30d") Duration signOns,
        @DefaultValue("730d") Duration bindings,
        @Nullable Duration keys,
        @Nullable Duration doneFiles,
        @DefaultValue("500") int atATime,
        @DefaultValue("200") int stepInterval) {
    private static final Duration LEAST = Duration.ofDays(1);

    RetentionProperties {
        var faults = new Faults("retention.");
        ages(contents, exchanges, answers, refusals, arrivals, events, signOns, bindings)
                .forEach((name, age) -> faults.require(age.compareTo(LEAST) >= 0, name, "must be 1d or more"));
        faults.require(
                doneFiles == null || doneFiles.compareTo(LEAST) >= 0, "done-files", "must be 1d or more, or not set");
        faults.require(
                keys == null || List.of(contents, answers, arrivals).stream().allMatch(age -> keys.compareTo(age) >= 0),
                "keys",
                "must not be shorter than retention.contents, retention.answers and retention.arrivals: as long as a document is"
                        + " known, it is not done again");
        faults.require(atATime > 0, "at-a-time", "must be 1 or more");
        faults.require(stepInterval >= 0, "step-interval", "must be 0 or more");
        faults.throwAny();
    }

    private static Map<String, Duration> ages(
            Duration contents,
            Duration exchanges,
            Duration answers,
            Duration refusals,
            Duration arrivals,
            Duration events,
            Duration signOns,
            Duration bindings) {
        return Map.of(
                "contents", contents,
                "exchanges", exchanges,
                "answers", answers,
                "refusals", refusals,
                "arrivals", arrivals,
                "events", events,
                "sign-ons", signOns,
                "bindings", bindings);
    }
}
