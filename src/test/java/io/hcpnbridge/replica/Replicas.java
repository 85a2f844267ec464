package io.hcpnbridge.replica;

/** Processes, as the ledger knows them. */
public final class Replicas {
    private Replicas() {}

    /** A replica that is registered under the name; one that is not, if it is null. */
    public static Replica named(String name) {
        var replica = new Replica(null);
        replica.is(name);
        return replica;
    }
}
