package io.hcpnbridge.standin.state;

/** Only the new generation tells it. */
public record EnterpriseProject(String id, String name) {}
