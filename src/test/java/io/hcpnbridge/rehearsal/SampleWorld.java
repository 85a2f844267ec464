package io.hcpnbridge.rehearsal;

/** What the samples in {@code mappings/} ask about: customers, orders and resources of the stand-in. */
final class SampleWorld {
    private SampleWorld() {}

    static void seed(Surroundings surroundings) {
        surroundings.knowCustomer("c0ffee0000000000000000000000001");
    }
}
