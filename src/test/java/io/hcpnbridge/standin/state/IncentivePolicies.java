package io.hcpnbridge.standin.state;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The incentive and discount policies at the end of each month. */
public final class IncentivePolicies {
    private final TreeMap<String, List<Policy>> byMonth = new TreeMap<>();

    /**
     * What holds for one service.
     *
     * @param incentive 0 non-specific, 1 specific product, 2 neither performance nor rebate, 13 performance without rebate
     * @param discountAllowed whether the partner may grant a discount on it
     */
    public record Policy(String serviceCode, String serviceName, String incentive, boolean discountAllowed) {}

    /** @param month as YYYY-MM, in UTC+8 */
    public synchronized IncentivePolicies put(String month, Policy policy) {
        byMonth.computeIfAbsent(month, m -> new ArrayList<>()).add(policy);
        return this;
    }

    /** @param serviceCode null for all */
    public synchronized List<Policy> find(String month, String serviceCode) {
        return byMonth.getOrDefault(month, List.of()).stream()
                .filter(policy -> serviceCode == null || policy.serviceCode().equals(serviceCode))
                .toList();
    }
}
