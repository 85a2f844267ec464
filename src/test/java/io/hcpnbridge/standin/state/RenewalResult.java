package io.hcpnbridge.standin.state;

import java.util.List;
import java.util.Map;

/**
 * What became of a renewal.
 *
 * @param orderIds orders placed; none if refused
 * @param failed resources that failed alone
 * @param refusal null unless the whole request is refused
 * @param refused the resources it is refused for
 */
public record RenewalResult(
        List<String> orderIds, Map<String, RenewalRefusal> failed, RenewalRefusal refusal, List<String> refused) {}
