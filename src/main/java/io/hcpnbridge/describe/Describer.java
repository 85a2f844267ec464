package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.InterfaceMapping;

/** Writes an interface down in a form that programs are made of. */
@FunctionalInterface
interface Describer {
    /** @throws UnusableException if the interface has nothing of that form */
    String of(InterfaceMapping mapping);
}
