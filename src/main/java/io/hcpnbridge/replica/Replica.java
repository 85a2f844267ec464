package io.hcpnbridge.replica;

import io.hcpnbridge.ledger.Holder;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** This process, as the ledger knows it. */
@Component
public class Replica {
    private final LeaseProperties settings;
    private volatile String name;

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

    void is(String registered) {
        name = registered;
    }
}
