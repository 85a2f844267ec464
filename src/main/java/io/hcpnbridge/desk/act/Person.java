package io.hcpnbridge.desk.act;

/**
 * Who does something at the desk.
 *
 * @param name of the login
 * @param role as it is written down
 */
public record Person(String name, String role) {}
