package io.hcpnbridge.intake;

/** Hears of a batch within its transaction; what it throws takes the batch back. */
interface IntakeCompanion {
    /** The batch ends before its end; it is refused unless this throws. */
    default void cutOff() {}

    /** @param accepted false if the batch is refused whole */
    void taken(boolean accepted);
}
