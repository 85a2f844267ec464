package io.hcpnbridge.replica;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The name of this process in the ledger. */
@Component
public class Replica {
    private volatile String name;

    /** Empty before it is registered, and after it has left. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    void is(String registered) {
        name = registered;
    }
}
