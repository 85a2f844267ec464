package io.hcpnbridge.portal;

/** Something that can be asked for at the port for sign-on. */
@FunctionalInterface
interface Endpoint {
    Told answer(Asked asked);
}
