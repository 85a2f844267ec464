package io.hcpnbridge.campaign;

import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.fault.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A partner that takes its time and, when the weather is bad, throttles, fails and breaks connections by itself. */
final class Weather {
    private static final Fault THROTTLED = Fault.error(429, "APIGW.0308", "The throttling threshold has been reached");
    private static final Fault BROKEN = Fault.error(500, "CBC.0999", "Other errors.");

    /** What leaves nobody in doubt about a write: it came late, or was refused at the door. */
    private static final Set<String> CERTAIN = Set.of("delay", "status 429", "status 401");

    private final String name;
    private final List<Consumer<Faults>> scripts = new ArrayList<>();

    private Weather(String name) {
        this.name = name;
    }

    static Weather good() {
        return new Weather("good weather").slow();
    }

    static Weather bad() {
        return new Weather("bad weather")
                .every(37, "renew", Fault.resetAfter())
                .every(41, "renew", Fault.closedAfter())
                .every(29, "create-customer", Fault.closedAfter())
                .every(31, "realname", Fault.resetAfter())
                .every(13, "renew", THROTTLED)
                .every(17, "expiry", BROKEN)
                .every(23, "expiry", Fault.resetAfter())
                .every(11, "detail", BROKEN)
                .every(19, "detail", THROTTLED)
                .every(29, "detail", Fault.resetBefore())
                .slow();
    }

    /** One of one's own. */
    static Weather of(String name, Consumer<Faults> script) {
        var weather = new Weather(name);
        weather.scripts.add(script);
        return weather;
    }

    /** Whether a caller that meets this fault cannot know what became of its write. */
    static boolean leavesDoubt(String fault) {
        return !CERTAIN.contains(fault) && !fault.startsWith(PartnerLookout.STRUCK);
    }

    /** What is scripted already comes first. */
    void over(Faults faults) {
        scripts.forEach(script -> script.accept(faults));
    }

    private Weather slow() {
        return every(1, "renew", Fault.delay(Duration.ofMillis(120)))
                .every(1, "expiry", Fault.delay(Duration.ofMillis(80)))
                .every(1, "detail", Fault.delay(Duration.ofMillis(60)))
                .every(1, "list", Fault.delay(Duration.ofMillis(200)))
                .every(1, "create-customer", Fault.delay(Duration.ofMillis(100)))
                .every(1, "realname", Fault.delay(Duration.ofMillis(100)))
                .every(1, "policies", Fault.delay(Duration.ofMillis(100)));
    }

    private Weather every(int nth, String family, Fault fault) {
        var calls = new AtomicInteger();
        scripts.add(faults ->
                faults.always(call -> call.api().family().equals(family) && calls.incrementAndGet() % nth == 0, fault));
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
