package io.hcpnbridge.endtoend.shutdown;

import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.journal.Call;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A partner API that is slow, throttles, breaks and keeps silent now and then. */
final class Weather {
    private static final Set<String> UNKNOWN = Set.of("timeoutBefore", "timeoutAfter", "resetAfter");
    private static final Pattern RESOURCE = Pattern.compile("\"(M?R-[^\"]+)\"");

    private final StandInPartnerApi partner;

    Weather(StandInPartnerApi partner) {
        this.partner = partner;
        every(23, "renew", Fault.timeoutAfter());
        every(29, "renew", Fault.resetAfter());
        every(31, "renew", Fault.timeoutBefore());
        every(13, "renew", Fault.error(429, "APIGW.0308", "The throttling threshold has been reached"));
        every(17, "detail", Fault.error(429, "APIGW.0308", "The throttling threshold has been reached"));
        every(11, "detail", Fault.error(500, "CBC.0999", "Other errors."));
        every(19, "detail", Fault.timeoutBefore());
        every(2, "renew", Fault.delay(Duration.ofMillis(700)));
        every(3, "detail", Fault.delay(Duration.ofMillis(400)));
        every(1, "list", Fault.delay(Duration.ofMillis(250)));
    }

    private void every(int nth, String family, Fault fault) {
        var calls = new AtomicInteger();
        partner.faults()
                .always(call -> call.api().family().equals(family) && calls.incrementAndGet() % nth == 0, fault);
    }

    /** The resources of which nobody but the partner can know whether they were renewed: the call broke before its answer. */
    Set<String> leftUnknown() {
        return partner
                .journal()
                .calls(call -> call.api().family().equals("renew") && UNKNOWN.contains(String.valueOf(call.fault())))
                .stream()
                .map(Weather::resource)
                .collect(Collectors.toSet());
    }

    static String resource(Call renewal) {
        var matcher = RESOURCE.matcher(renewal.bodyText());
        if (!matcher.find()) {
            throw new IllegalStateException(renewal.bodyText());
        }
        return matcher.group(1);
    }
}
