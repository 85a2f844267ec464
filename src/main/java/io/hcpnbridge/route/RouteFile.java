package io.hcpnbridge.route;

/**
 * A file of routes as it was read, once: what is checked is what Camel gets.
 *
 * @param name plain name, e.g. {@code orders.camel.yaml}
 * @param location where it was found, e.g. {@code file:/etc/bridge/routes/orders.camel.yaml}
 * @param content never change it
 */
record RouteFile(String name, String location, byte[] content) {}
