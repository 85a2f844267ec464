package io.hcpnbridge.replica;

import io.hcpnbridge.config.Faults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a process is taken for alive ({@code work.*}).
 *
 * @param node what this process calls itself in the ledger
 * @param lease a process that was not heard of for so long is taken for dead
 * @param heartbeat how often it is heard of
 */
@ConfigurationProperties("work")
public record LeaseProperties(
        @DefaultValue("bridge") String node,
        @DefaultValue("6s") Duration lease,
        @DefaultValue("1s") Duration heartbeat) {
    private static final int BEATS = 4;

    public LeaseProperties {
        var faults = new Faults("work.");
        faults.require(heartbeat.toMillis() >= 100, "heartbeat", "must be 100ms or more");
        faults.require(
                lease.compareTo(heartbeat.multipliedBy(BEATS)) >= 0,
                "lease",
                "must be at least four times work.heartbeat, which is " + heartbeat.toMillis() + "ms");
        faults.throwAny();
    }

    /** How long a process must have been heard of without a gap before it calls others dead: time for some beats of theirs. */
    public Duration beforeSweep() {
        return lease.dividedBy(2);
    }
}
