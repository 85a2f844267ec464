package io.hcpnbridge.standin.wire;

/** One header line as received; the value without surrounding blanks. */
public record WireHeader(String name, String value) {}
