package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;

/**
 * A file of the ERP's that was renamed into {@code .taking} and is one replica's.
 *
 * @param id begins its name there
 * @param owner the tenant in whose own folder it lies; null: one that tenants share
 * @param name under which it is answered: the ERP's own, or what stands for it
 * @param rule why it is refused without being read; null if it is read
 * @param size in bytes, as it was looked at
 * @param modified in seconds of the server's clock, as it was looked at
 * @param outcome {@code done} or {@code refused} once the ledger has its batch, else null
 */
public record FileClaim(
        String id,
        String owner,
        String interfaceName,
        String name,
        Words rule,
        long size,
        long modified,
        String outcome) {
    public static final String DONE = "done";
    public static final String REFUSED = "refused";

    /** Whether the ledger has its batch: the file is only to be put aside. */
    public boolean isSettled() {
        return outcome != null;
    }

    /** The same file, which looks otherwise now. */
    public FileClaim seen(long newSize, long newModified) {
        return new FileClaim(id, owner, interfaceName, name, rule, newSize, newModified, outcome);
    }

    /** The same file, once the ledger has its batch. */
    public FileClaim withOutcome(String decided) {
        return new FileClaim(id, owner, interfaceName, name, rule, size, modified, decided);
    }
}
