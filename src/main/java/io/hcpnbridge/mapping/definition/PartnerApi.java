package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.text.Words;
import java.util.Optional;

/**
 * An API of the partner.
 *
 * @param name that requests give, and quotas count
 * @param quota calls a second that the partner documents; empty if none is known
 * @param meaning what it is for
 */
public record PartnerApi(String name, Optional<Integer> quota, Words meaning) {}
