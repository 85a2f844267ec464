package io.hcpnbridge.standin.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order in the making: completed, paid at once, one made-up line, unless told otherwise. */
public final class OrderDraft {
    private String id;
    private String customerId;
    private ServiceType service = ServiceType.EBS;
    private int sourceType = 1;
    private int status = Order.COMPLETED;
    private int type = 1;
    private Price price = Price.of("100.00");
    private int measureId = 1;
    private String currency;
    private String contractId;
    private Instant created;
    private Instant paid;
    private Instant changed;
    private String operationEntity = "0";
    private String userName = "orderer";
    private Instant payDeadline;
    private String payingAgentId;
    private List<EnterpriseProject> projects = List.of();
    private List<Order> subOrders = List.of();
    private List<LineItem> lines = List.of();
    private List<String> resources = List.of();

    /** @param created also the time of payment until told otherwise */
    public OrderDraft(String id, String customerId, String currency, Instant created) {
        this.id = id;
        this.customerId = customerId;
        this.currency = currency;
        this.created = created;
        this.paid = created;
        this.changed = created;
    }

    OrderDraft(Order order) {
        id = order.id();
        customerId = order.customerId();
        service = order.service();
        sourceType = order.sourceType();
        status = order.status();
        type = order.type();
        price = order.price();
        measureId = order.measureId();
        currency = order.currency();
        contractId = order.contractId();
        created = order.created();
        paid = order.paid();
        changed = order.changed();
        operationEntity = order.operationEntity();
        userName = order.userName();
        payDeadline = order.payDeadline();
        payingAgentId = order.payingAgentId();
        projects = order.projects();
        subOrders = order.subOrders();
        lines = order.lines();
        resources = order.resources();
    }

    public OrderDraft id(String value) {
        id = value;
        return this;
    }

    public OrderDraft service(ServiceType value) {
        service = value;
        return this;
    }

    public OrderDraft sourceType(int value) {
        sourceType = value;
        return this;
    }

    public OrderDraft status(int value) {
        status = value;
        return this;
    }

    public OrderDraft type(int value) {
        type = value;
        return this;
    }

    public OrderDraft price(Price value) {
        price = value;
        return this;
    }

    /** 1 main unit, 2 a tenth, 3 a hundredth of it. */
    public OrderDraft measureId(int value) {
        measureId = value;
        return this;
    }

    public OrderDraft currency(String value) {
        currency = value;
        return this;
    }

    public OrderDraft contract(String value) {
        contractId = value;
        return this;
    }

    /** Created and paid then. */
    public OrderDraft created(String utc) {
        return created(Instant.parse(utc));
    }

    /** Created and paid then. */
    public OrderDraft created(Instant at) {
        created = at;
        paid = at;
        changed = at;
        return this;
    }

    public OrderDraft paid(Instant at) {
        payDeadline = null;
        paid = at;
        changed = at;
        return this;
    }

    /** Pending payment until that time. */
    public OrderDraft unpaidUntil(Instant deadline) {
        status = Order.UNPAID;
        paid = null;
        payDeadline = deadline;
        return this;
    }

    public OrderDraft userName(String value) {
        userName = value;
        return this;
    }

    public OrderDraft paidBy(String accountId) {
        payingAgentId = accountId;
        return this;
    }

    public OrderDraft project(String projectId, String name) {
        projects = plus(projects, new EnterpriseProject(projectId, name));
        return this;
    }

    /** Makes it a combined transaction. */
    public OrderDraft subOrder(Order order) {
        subOrders = plus(subOrders, order);
        return this;
    }

    public OrderDraft line(LineItem line) {
        lines = plus(lines, line);
        return this;
    }

    OrderDraft resource(String resourceId) {
        resources = plus(resources, resourceId);
        return this;
    }

    public Order build() {
        return new Order(
                id,
                customerId,
                service,
                sourceType,
                status,
                type,
                price,
                measureId,
                currency,
                contractId,
                created,
                paid,
                changed,
                operationEntity,
                userName,
                payDeadline,
                payingAgentId,
                projects,
                subOrders,
                lines,
                resources);
    }

    private static <T> List<T> plus(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }
}
