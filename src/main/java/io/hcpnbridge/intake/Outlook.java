package io.hcpnbridge.intake;

/** Hears of what was taken in, and tells people when it will be done. */
@FunctionalInterface
public interface Outlook {
    void takenIn(String tenant, String interfaceName, int records);
}
