package io.hcpnbridge.ledger;

/**
 * A read in the hands of one replica that one generation has answered, and that the other one is to be asked for, to compare.
 *
 * @param claim grows with each claim; every later change names it
 * @param answered the generation that has answered, {@code old} or {@code new}
 * @param tries technical failures so far
 * @param record as it was taken in, to be asked of the other generation from the beginning
 */
public record ShadowRead(long id, long claim, String answered, int tries, ClaimedRecord record) {
    @Override
    public String toString() {
        return "shadow " + id + " of " + record;
    }
}
