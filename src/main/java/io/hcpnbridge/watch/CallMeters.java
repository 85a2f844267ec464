package io.hcpnbridge.watch;

import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.work.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Calls of records, as the partner's answers were judged, and how long they took. Questions to IAM are counted by their route. */
@Component
class CallMeters implements CallListener {
    /** Few, as each is a series for every API, generation and verdict; the last is the partner's time-out by default. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60)
    };

    private final MeterRegistry meters;

    CallMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void ended(PartnerCall call, String generation) {
        Timer.builder("bridge.partner.calls")
                .description("Calls of the partner API, from their slot to their judgement")
                .tag("api", call.request().api())
                .tag("generation", generation == null ? "one" : generation)
                .tag("verdict", call.judgement().verdict().text())
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(call.lasted());
    }
}
