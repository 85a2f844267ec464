package io.hcpnbridge.ledger;

/** What is claimed, slowed down and paused together. */
public record Lane(String tenant, String interfaceName) {}
