/**
 * What becomes what: loads the interfaces of {@code mappings/}, compiles each once and turns ERP records into partner
 * requests and partner responses into answer rows. May know {@code io.hcpnbridge.json} only; nothing here calls,
 * stores or delivers anything.
 */
package io.hcpnbridge.mapping;
