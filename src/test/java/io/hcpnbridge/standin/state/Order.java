package io.hcpnbridge.standin.state;

import java.time.Instant;
import java.util.List;

/**
 * An order with everything either generation tells of it.
 *
 * @param paid null while unpaid
 * @param payDeadline null if not pending payment
 * @param payingAgentId account that paid on its behalf; null if none
 * @param lines empty: one made-up line of the whole price
 * @param resources ids of the resources it provisions, in order
 */
public record Order(
        String id,
        String customerId,
        ServiceType service,
        int sourceType,
        int status,
        int type,
        Price price,
        int measureId,
        String currency,
        String contractId,
        Instant created,
        Instant paid,
        Instant changed,
        String operationEntity,
        String userName,
        Instant payDeadline,
        String payingAgentId,
        List<EnterpriseProject> projects,
        List<Order> subOrders,
        List<LineItem> lines,
        List<String> resources) {

    /** Pending payment. */
    public static final int UNPAID = 6;
    /** Completed. */
    public static final int COMPLETED = 5;

    /** An editable copy. */
    public OrderDraft edit() {
        return new OrderDraft(this);
    }

    /** The lines as a detail endpoint tells them: never none. */
    public List<LineItem> toldLines() {
        return lines.isEmpty() ? List.of(LineItem.monthly(service, price, created)) : lines;
    }
}
