package io.hcpnbridge.tryout;

/** Numbers of things. */
final class Count {
    private Count() {}

    static String of(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
