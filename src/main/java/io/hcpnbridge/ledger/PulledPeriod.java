package io.hcpnbridge.ledger;

import java.time.Instant;

/**
 * One period of a scheduled pull for one tenant.
 *
 * @param period its name, unique for the pull and tenant
 * @param attempt counts from 1
 * @param unit how long it is; periods of another length are none of this pull's any more
 */
public record PulledPeriod(
        String pull, String tenant, String period, String unit, Instant beginsAt, Instant endsAt, int attempt) {}
