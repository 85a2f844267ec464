/**
 * What becomes what: loads the interfaces of {@code mappings/}, compiles each once and turns ERP records into partner
 * requests and partner responses into answer rows. Nothing here calls, stores or delivers anything.
 */
@Knows({
    "config",
    "json",
    "mapping.definition",
    "mapping.format",
    "mapping.jslt",
    "mapping.message",
    "mapping.problem",
    "text"
})
package io.hcpnbridge.mapping;

import io.hcpnbridge.law.Knows;
