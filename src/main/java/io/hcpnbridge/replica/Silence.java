package io.hcpnbridge.replica;

import java.util.Optional;

/** Whether the ledger hears this process, known without asking it. */
public interface Silence {
    /**
     * Why the ledger does not hear it now, such as a database that is away, cannot be written to or does not answer, within about two
     * beats; empty while it does.
     */
    Optional<String> silence();
}
