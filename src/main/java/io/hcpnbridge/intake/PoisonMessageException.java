package io.hcpnbridge.intake;

/** A message that came again and again without ever being taken in: whatever keeps it, once more would not help. */
public class PoisonMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PoisonMessageException(int deliveries) {
        super("was delivered " + deliveries + " times and never taken in");
    }
}
