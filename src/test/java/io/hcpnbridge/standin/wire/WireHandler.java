package io.hcpnbridge.standin.wire;

/** Answers one request; must be thread-safe. */
@FunctionalInterface
public interface WireHandler {
    Reply handle(WireRequest request);
}
