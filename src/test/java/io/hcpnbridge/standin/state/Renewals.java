package io.hcpnbridge.standin.state;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Places renewals: an order each, a later expiry once paid, attached resources along with their primary. */
final class Renewals {
    private static final int RENEWAL = 2;
    private static final Duration TIME_TO_PAY = Duration.ofHours(24);

    private final PartnerState state;
    private final Map<String, Integer> placed = new ConcurrentHashMap<>();
    private Function<List<String>, String> naming;
    private final Map<String, Term> awaitingPayment = new LinkedHashMap<>();

    Renewals(PartnerState state) {
        this.state = state;
    }

    /** How many renewals of that resource were taken, paid or not. */
    int placed(String resourceId) {
        return placed.getOrDefault(resourceId, 0);
    }

    RenewalResult place(RenewalRequest request, Instant now) {
        Map<RenewalRefusal, List<String>> refused = new LinkedHashMap<>();
        Map<String, RenewalRefusal> failed = new LinkedHashMap<>();
        List<Resource> taken = new ArrayList<>();
        for (String id : request.resourceIds()) {
            Optional<Resource> resource =
                    state.resource(id).filter(r -> r.customerId().equals(request.customerId()));
            RenewalRefusal reason = refusal(resource, now);
            if (reason == null) {
                taken.add(resource.orElseThrow());
            } else if (request.partial()
                    && resource.isPresent()
                    && resource.get().failsAlone()) {
                failed.put(id, reason);
            } else {
                refused.computeIfAbsent(reason, r -> new ArrayList<>()).add(id);
            }
        }
        if (!refused.isEmpty()) {
            var first = refused.entrySet().iterator().next();
            return new RenewalResult(List.of(), Map.of(), first.getKey(), first.getValue());
        }
        List<String> orders = taken.isEmpty() ? List.of() : List.of(order(request, taken, now));
        return new RenewalResult(orders, failed, null, List.of());
    }

    /** Pays a renewal order: its resources last longer from now on. */
    void pay(String orderId, Instant now) {
        Order order = state.order(orderId).orElseThrow();
        Term term = awaitingPayment.remove(orderId);
        state.put(order.edit().status(Order.COMPLETED).paid(now).build());
        for (String id : order.resources()) {
            state.put(state.resource(id).orElseThrow().edit().unpaidOrder(null).build());
            if (term != null) {
                prolong(id, term);
            }
        }
    }

    void name(Function<List<String>, String> how) {
        naming = how;
    }

    private static RenewalRefusal refusal(Optional<Resource> resource, Instant now) {
        if (resource.isEmpty()) {
            return RenewalRefusal.EXPIRED;
        }
        Resource one = resource.get();
        if (one.refusal() != null) {
            return one.refusal();
        }
        if (!one.isAlive(now)) {
            return RenewalRefusal.EXPIRED;
        }
        if (!one.isPrimary()) {
            return RenewalRefusal.NOT_PRIMARY;
        }
        return one.unpaidOrder() == null ? null : RenewalRefusal.UNPAID_ORDER;
    }

    private String order(RenewalRequest request, List<Resource> resources, Instant now) {
        BigDecimal months = BigDecimal.valueOf(request.term().inMonths());
        BigDecimal total =
                resources.stream().map(r -> r.monthlyPrice().multiply(months)).reduce(BigDecimal.ZERO, BigDecimal::add);
        OrderDraft order = state.draft(request.customerId(), now)
                .type(RENEWAL)
                .service(resources.get(0).service())
                .price(Price.of(total));
        for (Resource one : resources) {
            Price price = Price.of(one.monthlyPrice().multiply(months));
            order.resource(one.id())
                    .line(LineItem.monthly(one.service(), price, one.expires())
                            .described(one.spec())
                            .lasting(request.term()));
            placed.merge(one.id(), 1, Integer::sum);
        }
        if (!request.payAtOnce()) {
            order.unpaidUntil(now.plus(TIME_TO_PAY));
        }
        if (naming != null) {
            order.id(naming.apply(resources.stream().map(Resource::id).toList()));
        }
        String id = order.build().id();
        state.put(order.build());
        resources.forEach(one -> settle(one, request, id));
        return id;
    }

    private void settle(Resource resource, RenewalRequest request, String orderId) {
        ResourceDraft changed = resource.edit();
        if (request.expirePolicy() != null) {
            changed.expirePolicy(request.expirePolicy());
        }
        if (!request.payAtOnce()) {
            changed.unpaidOrder(orderId);
            awaitingPayment.put(orderId, request.term());
        }
        state.put(changed.build());
        if (request.payAtOnce()) {
            prolong(resource.id(), request.term());
        }
    }

    private void prolong(String resourceId, Term term) {
        for (Resource one : state.resources()) {
            if (one.id().equals(resourceId) || resourceId.equals(one.parentId())) {
                state.put(one.edit()
                        .valid(one.effective(), term.after(one.expires()))
                        .build());
            }
        }
    }
}
