package io.hcpnbridge.intake.rules;

import java.util.Optional;

/** Which tenants a batch may name. */
@FunctionalInterface
public interface TenantRule {
    /** The rule that a name breaks. */
    Optional<String> brokenBy(String tenant);
}
