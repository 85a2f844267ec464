package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.StandInPartnerApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the partner has before a document comes, so that it can be carried out. */
final class World {
    /** Orders in each list that is asked for: several pages. */
    static final int LISTED = 250;

    /** Renewals of one customer: more of the same hour could not be told apart, as the partner lists a hundred. */
    private static final int RENEWALS = 10;

    static final String LISTED_CUSTOMER = "listed";

    /** Whose keys the adapter knows; for all others it asks IAM. */
    private static final List<String> KNOWN = List.of("known-1", "known-2", LISTED_CUSTOMER);

    private final Surroundings surroundings;
    private final StandInPartnerApi partner;
    private final List<String> listed;

    World(Surroundings surroundings) {
        partner = surroundings.partner();
        this.surroundings = surroundings;
        KNOWN.forEach(surroundings::knowCustomer);
        listed = partner.orders(
                LISTED_CUSTOMER,
                LISTED,
                Instant.now().minus(Duration.ofDays(20)),
                Duration.ofMinutes(1),
                (i, order) -> order);
    }

    /** The ids of the orders that every list has. */
    List<String> listed() {
        return listed;
    }

    /** Who has the resources of a renewal with that number. */
    static String customerOfRenewal(int number) {
        var customer = number / RENEWALS;
        return customer < 2 ? KNOWN.get(customer) : "authorising-" + customer;
    }

    void prepare(Document document) {
        switch (document.kind()) {
            case RENEW -> {
                if (partner.state().customer(document.customer()).isEmpty()) {
                    surroundings.authorisingCustomer(document.customer());
                }
                document.resources()
                        .forEach(id -> partner.resource(
                                document.customer(), id, resource -> resource.expirePolicy(document.policyBefore())));
            }
            case APPLY -> verified(document, "-1", -1);
            case CHANGE -> verified(document, "2", 0);
            case DETAIL -> partner.order(KNOWN.get(0), order -> order.id(document.number()));
            case CREATE, LIST -> {
                // Nothing is to be there before, or it is there from the start.
            }
        }
    }

    private void verified(Document document, String status, int type) {
        partner.customer(document.customer());
        partner.customers().profile(document.customer(), profile -> profile.verified(status, type));
        if (document.isReviewed()) {
            partner.customers().realname().passesAfter(document.customer(), 1);
        } else {
            partner.customers().realname().passesAtOnce(document.customer());
        }
    }
}
