package io.hcpnbridge.standin.state;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Which orders a list shows.
 *
 * @param customers whose orders; never null
 * @param orderId in any case; null = any, and so below
 */
public record OrderFilter(
        Set<String> customers,
        String orderId,
        String service,
        Integer status,
        Integer type,
        String payingAgent,
        TimeRange created,
        TimeRange paid)
        implements Predicate<Order> {

    @Override
    public boolean test(Order order) {
        return customers.contains(order.customerId())
                && (orderId == null || orderId.equalsIgnoreCase(order.id()))
                && (service == null || service.equalsIgnoreCase(order.service().code()))
                && (status == null || status == order.status())
                && (type == null || type == order.type())
                && (payingAgent == null || payingAgent.equals(order.payingAgentId()))
                && created.contains(order.created())
                && paid.contains(order.paid());
    }
}
