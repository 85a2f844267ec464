package io.hcpnbridge.replica;

import io.hcpnbridge.ledger.Holder;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** This process, as the ledger knows it. */
@Component
public class Replica implements Silence {
    private static final int LATE_BEATS = 3;

    private final LeaseProperties settings;
    private volatile String name;
    private volatile long heardAt;
    private volatile String silence = "not heard yet";

    Replica(LeaseProperties settings) {
        this.settings = settings;
    }

    /** Its name; empty before it is registered, and after it has left. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Who holds what it takes from the ledger; empty before it is registered, and after it has left. */
    public Optional<Holder> holder() {
        return name().map(known -> new Holder(known, settings.beforeSweep()));
    }

    @Override
    public Optional<String> silence() {
        if (silence != null) {
            return Optional.of(silence);
        }
        var since = Duration.ofNanos(System.nanoTime() - heardAt);
        return since.compareTo(settings.heartbeat().multipliedBy(LATE_BEATS)) > 0
                ? Optional.of("no answer for " + since.toSeconds() + " s")
                : Optional.empty();
    }

    void is(String registered) {
        name = registered;
    }

    void heard() {
        heardAt = System.nanoTime();
        silence = null;
    }

    void unheard(String reason) {
        silence = reason;
    }
}
