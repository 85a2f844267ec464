package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Answer.Result;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.state.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** What the ERP was told is what the partner has. */
final class TruthCheck {
    private final Outcome outcome;
    private final StandInPartnerApi partner;
    private final List<String> findings = new ArrayList<>();

    TruthCheck(Outcome outcome) {
        this.outcome = outcome;
        this.partner = outcome.surroundings().partner();
    }

    List<String> findings() {
        outcome.told().forEach((number, result) -> {
            var document = outcome.workload().document(number);
            if (document != null && result.status().equals("OK")) {
                isTrue(document, result);
            } else if (document != null && result.status().equals("PARTIAL")) {
                isTrueInPart(document, result);
            }
        });
        return findings;
    }

    private void isTrue(Document document, Result result) {
        switch (document.kind()) {
            case RENEW -> {
                same(
                        document,
                        "resources",
                        document.resources(),
                        renewedBy(document, result.column("renewal", "orderId")));
                document.resources().stream()
                        .map(this::resource)
                        .filter(resource -> resource.expirePolicy() != document.policy())
                        .forEach(resource -> findings.add("%s is OK but %s has policy %d instead of %d"
                                .formatted(
                                        document.number(), resource.id(), resource.expirePolicy(), document.policy())));
            }
            case CREATE -> same(document, "platform user", document.number(), platformUser(result.field("customerId")));
            case APPLY, CHANGE ->
                same(
                        document,
                        "real name",
                        "2",
                        partner.customers().profile(document.customer()).verifiedStatus());
            case DETAIL -> same(document, "orders", List.of(document.number()), result.column("order", "orderId"));
            case LIST -> {
                var told = result.column("order", "orderId");
                same(document, "number of orders", World.LISTED, told.size());
                same(
                        document,
                        "orders",
                        new HashSet<>(outcome.workload().world().listed()),
                        new HashSet<>(told));
            }
        }
    }

    /** A renewal without some policies: those that it names are the ones that are not set, but for those that it says nobody knows of. */
    private void isTrueInPart(Document document, Result result) {
        var ids = result.column("failed", "resourceId");
        var stages = result.column("failed", "stage");
        var unset = document.resources().stream()
                .filter(id -> resource(id).expirePolicy() != document.policy())
                .collect(Collectors.toSet());
        var told = new HashSet<String>();
        for (int i = 0; i < ids.size(); i++) {
            if (stages.get(i).equals("UNKNOWN")) {
                unset.remove(ids.get(i));
            } else {
                told.add(ids.get(i));
            }
        }
        same(document, "resources without their policy", unset, told);
    }

    /** What the orders have renewed that were told, as far as they are of this customer. */
    private List<String> renewedBy(Document document, List<String> orders) {
        return orders.stream()
                .flatMap(id -> partner.state().order(id).stream())
                .filter(order -> order.customerId().equals(document.customer()))
                .flatMap(order -> order.resources().stream())
                .sorted()
                .toList();
    }

    private Resource resource(String id) {
        return partner.state().resource(id).orElseThrow();
    }

    private String platformUser(String customer) {
        return partner.state().customer(customer).isEmpty()
                ? "nobody"
                : partner.customers().profile(customer).xaccountId();
    }

    private void same(Document document, String what, Object truth, Object told) {
        if (!truth.equals(told)) {
            findings.add("UNTRUE: %s of %s are %s at the partner and %s in the answer"
                    .formatted(what, document.number(), truth, told));
        }
    }
}
