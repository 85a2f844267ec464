package io.hcpnbridge.partner;

/** What a call does at the partner. */
public enum Effect {
    READ,
    /** Changes something there, but the same call once more changes nothing more, such as setting a policy. */
    IDEMPOTENT,
    /** Must never be sent again unless it is known not to have been placed. */
    WRITE;

    /** Whether sending it once more does no harm, whatever became of it. */
    public boolean mayBeRepeated() {
        return this != WRITE;
    }
}
