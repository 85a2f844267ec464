package io.hcpnbridge.intake.rules;

import io.hcpnbridge.text.Words;
import java.util.Optional;

/** Which tenants a batch may name. */
@FunctionalInterface
public interface TenantRule {
    /** The rule that a name breaks. */
    Optional<Words> brokenBy(String tenant);
}
