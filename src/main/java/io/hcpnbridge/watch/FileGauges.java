package io.hcpnbridge.watch;

import io.hcpnbridge.secret.SecretWatch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many changed files cannot be used; which, health and log tell. */
@Component
class FileGauges implements MeterBinder {
    private final SecretWatch files;

    FileGauges(SecretWatch files) {
        this.files = files;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("bridge.files.refused", files, watch -> watch.refused().size())
                .description(
                        "Files of secrets, keys and metadata that have changed and cannot be used; what was there before stays in use")
                .register(meters);
    }
}
