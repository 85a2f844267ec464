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
    /** What leaves the caller of a write without knowledge, by the fault's name. */
    static final Set<String> UNKNOWN = Set.of("resetAfter", "closedAfter");

    private static final Fault THROTTLED = Fault.error(429, "APIGW.0308", "The throttling threshold has been reached");
    private static final Fault BROKEN = Fault.error(500, "CBC.0999", "Other errors.");

    private final List<Consumer<Faults>> scripts = new ArrayList<>();

    Weather(boolean bad) {
        if (bad) {
            every(37, "renew", Fault.resetAfter());
            every(41, "renew", Fault.closedAfter());
            every(13, "renew", THROTTLED);
            every(17, "expiry", BROKEN);
            every(23, "expiry", Fault.resetAfter());
            every(11, "detail", BROKEN);
            every(19, "detail", THROTTLED);
            every(29, "detail", Fault.resetBefore());
        }
        every(1, "renew", Fault.delay(Duration.ofMillis(120)));
        every(1, "expiry", Fault.delay(Duration.ofMillis(80)));
        every(1, "detail", Fault.delay(Duration.ofMillis(60)));
        every(1, "list", Fault.delay(Duration.ofMillis(200)));
    }

    /** What is scripted already comes first. */
    void over(Faults faults) {
        scripts.forEach(script -> script.accept(faults));
    }

    private void every(int nth, String family, Fault fault) {
        var calls = new AtomicInteger();
        scripts.add(faults ->
                faults.always(call -> call.api().family().equals(family) && calls.incrementAndGet() % nth == 0, fault));
    }
}
