package io.hcpnbridge.standin.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The one state behind both generations. Its monitor guards everything; hold it for several steps in one. */
public final class PartnerState {
    private final Clock clock;
    private final Map<String, Partner> partners = new LinkedHashMap<>();
    private final Map<String, Customer> customers = new LinkedHashMap<>();
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Customer> customersByKey = new HashMap<>();
    private final OrderShelf orders = new OrderShelf();
    private final Renewals renewals = new Renewals(this);
    private final IamState iam;
    private final CustomerBook customerBook;
    private final PriceList prices = new PriceList();
    private final IncentivePolicies policies = new IncentivePolicies();
    private final FeeBook fees = new FeeBook();
    private final CouponBook coupons = new CouponBook();
    private final Map<String, OnDemandResource> onDemand = new LinkedHashMap<>();

    public PartnerState(Clock clock) {
        this.clock = clock;
        this.iam = new IamState(clock, this);
        this.customerBook = new CustomerBook(this, clock);
    }

    /** Users, agencies and the credentials that IAM gave. */
    public IamState iam() {
        return iam;
    }

    /** What partners register and see of customers. */
    public CustomerBook customerBook() {
        return customerBook;
    }

    public PriceList prices() {
        return prices;
    }

    public IncentivePolicies policies() {
        return policies;
    }

    public synchronized Partner put(Partner partner) {
        partners.put(partner.domainId(), partner);
        return partner;
    }

    public synchronized Customer put(Customer customer) {
        var before = customers.put(customer.id(), customer);
        if (before != null) {
            customersByKey.remove(before.keys().accessKey());
        }
        customersByKey.put(customer.keys().accessKey(), customer);
        return customer;
    }

    public synchronized Order put(Order order) {
        orders.put(order);
        return order;
    }

    public synchronized Resource put(Resource resource) {
        boolean fresh = resources.put(resource.id(), resource) == null;
        if (fresh && resource.orderId() != null) {
            change(resource.orderId(), order -> order.resource(resource.id()));
        }
        return resource;
    }

    public synchronized Partner partner(String domainId) {
        return Optional.ofNullable(partners.get(domainId)).orElseThrow();
    }

    public synchronized Optional<Customer> customer(String id) {
        return Optional.ofNullable(customers.get(id));
    }

    public synchronized Optional<Order> order(String id) {
        return orders.get(id);
    }

    public synchronized Optional<Resource> resource(String id) {
        return Optional.ofNullable(resources.get(id));
    }

    /** A snapshot, in the order they were put. */
    public synchronized List<Resource> resources() {
        return List.copyOf(resources.values());
    }

    public synchronized void put(OnDemandResource resource) {
        onDemand.put(resource.id(), resource);
    }

    /** A snapshot, in the order they were put. */
    public synchronized List<OnDemandResource> onDemandResources() {
        return List.copyOf(onDemand.values());
    }

    /** What sub-customers consumed, and the partner's own bills. */
    public FeeBook fees() {
        return fees;
    }

    /** Coupon quotas of resellers, coupons for orders. */
    public CouponBook coupons() {
        return coupons;
    }

    /** Oldest first. */
    public synchronized List<Order> orders(OrderFilter filter) {
        return orders.find(filter);
    }

    public synchronized int orderCount() {
        return orders.size();
    }

    /** IAM asks this state while it looks at its own; so it is not asked while this state is held. */
    public Optional<KeyHolder> keyHolder(String accessKey) {
        return ownKeyHolder(accessKey).or(() -> iam.keys(accessKey)
                .map(k -> new KeyHolder(
                        k.keys(),
                        partner(k.partnerDomainId()),
                        customer(k.customerId()).orElseThrow())));
    }

    private synchronized Optional<KeyHolder> ownKeyHolder(String accessKey) {
        return partners.values().stream()
                .filter(p -> p.keys().accessKey().equals(accessKey))
                .findFirst()
                .map(p -> new KeyHolder(p.keys(), p, null))
                .or(() -> Optional.ofNullable(customersByKey.get(accessKey))
                        .map(c -> new KeyHolder(c.keys(), partner(c.partnerId()), c)));
    }

    /** Ids of a partner's customers that fit. */
    public synchronized Set<String> customersOf(String partnerId, Predicate<Customer> which) {
        return customers.values().stream()
                .filter(c -> c.partnerId().equals(partnerId))
                .filter(which)
                .map(Customer::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A draft of an order of that customer with a fresh id; {@link #put(Order)} it when done. */
    public synchronized OrderDraft draft(String customerId, Instant created) {
        Instant second = created.truncatedTo(ChronoUnit.SECONDS);
        Site site = partner(customer(customerId).orElseThrow().partnerId()).site();
        return new OrderDraft(orders.nextId(second), customerId, site.currency(), second);
    }

    /**
     * Many orders at once.
     *
     * @param vary gets the running number, from 0, and the draft
     * @return their ids
     */
    public synchronized List<String> seed(
            String customerId,
            int count,
            Instant from,
            Duration step,
            BiFunction<Integer, OrderDraft, OrderDraft> vary) {
        List<String> ids = new ArrayList<>(count);
        Instant created = from;
        for (int i = 0; i < count; i++, created = created.plus(step)) {
            ids.add(put(vary.apply(i, draft(customerId, created)).build()).id());
        }
        return ids;
    }

    public synchronized Order change(String orderId, UnaryOperator<OrderDraft> how) {
        return put(how.apply(order(orderId).orElseThrow().edit()).build());
    }

    public synchronized Resource changeResource(String id, UnaryOperator<ResourceDraft> how) {
        return put(how.apply(resource(id).orElseThrow().edit()).build());
    }

    public synchronized void removeOrder(String id) {
        orders.remove(id);
    }

    /** From now on renewal orders get ids made from their resources' ids, so that a run's answers can be foretold. */
    public synchronized void nameRenewals(Function<List<String>, String> naming) {
        renewals.name(naming);
    }

    public synchronized RenewalResult renew(RenewalRequest request) {
        return renewals.place(request, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Pays an order; what a renewal order promised comes true. */
    public synchronized void pay(String orderId) {
        renewals.pay(orderId, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** How many renewals of that resource were taken, paid or not. */
    public synchronized int placedRenewals(String resourceId) {
        return renewals.placed(resourceId);
    }
}
