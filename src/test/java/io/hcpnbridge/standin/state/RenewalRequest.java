package io.hcpnbridge.standin.state;

import java.util.List;

/**
 * A renewal as either generation asks for it.
 *
 * @param expirePolicy null: stays as it is
 * @param partial whether resources may fail alone
 */
public record RenewalRequest(
        String customerId,
        List<String> resourceIds,
        Term term,
        boolean payAtOnce,
        Integer expirePolicy,
        boolean partial) {}
