package io.hcpnbridge.exchange;

/** How much of an exchange somebody may see. */
public enum View {
    /** What is known to tell of no person; for viewers. */
    MASKED,
    /** All that is kept; for operators. It is masked all the same if it was kept without a key. */
    FULL
}
