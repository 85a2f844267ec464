package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.CustomerBook;
import io.hcpnbridge.standin.state.Partner;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.Realname;
import io.hcpnbridge.standin.state.RealnameRefusal;
import io.hcpnbridge.standin.state.VerificationCodes.Check;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;

/** Real-name authentication: applying, changing, and what became of it. */
final class RealnameEndpoints {
    private final PartnerState state;
    private final CustomerBook book;
    private final RealnameRules rules;

    RealnameEndpoints(PartnerState state) {
        this.state = state;
        book = state.customerBook();
        rules = new RealnameRules(book.realname());
    }

    WireResponse enterprise(Incoming call) {
        Partner partner = Visibility.requireDirectPartner(call);
        boolean change = call.api() == Api.REALNAME_CHANGE;
        Body body = rules.enterprise(call, change);
        String customerId = admitted(partner, body);
        refuse(book.realname().refusal(customerId, change));
        return applied(customerId, true, true);
    }

    WireResponse individual(Incoming call) {
        Partner partner = Visibility.requireDirectPartner(call);
        Body body = rules.individual(call);
        String customerId = admitted(partner, body);
        Body card = RealnameRules.bankCard(body);
        if (card != null
                && book.codes().check(card.text("mobile", 20), card.text("verification_code", 6)) != Check.RIGHT) {
            refuse(RealnameRefusal.CODE_EXPIRED);
        }
        refuse(book.realname().refusal(customerId, false));
        return applied(customerId, false, card == null);
    }

    WireResponse result(Incoming call) {
        Partner partner = Visibility.requireDirectPartner(call);
        Params params = new Params(call, "customer_id");
        String customerId = params.text("customer_id", 64);
        if (customerId == null || customerId.isEmpty()) {
            throw ApiError.parameter("customer_id is mandatory");
        }
        checkCustomer(partner, customerId);
        Realname.Review review = book.realname().review(customerId);
        var answer = Json.object();
        if (review != null) {
            answer.put("review_result", review.result());
        }
        if (review != null && review.opinion() != null) {
            answer.put("opinion", review.opinion());
        }
        return WireResponse.json(200, answer);
    }

    private WireResponse applied(String customerId, boolean enterprise, boolean reviewedByDefault) {
        boolean reviewed = book.realname().apply(customerId, enterprise, reviewedByDefault);
        return WireResponse.json(200, Json.object().put("is_review", reviewed ? 1 : 0));
    }

    private String admitted(Partner partner, Body body) {
        if (!body.mandatoryText("xaccount_type", 64).equals(book.platform(partner.domainId()))) {
            throw ApiError.business(400, "CBC.0101", "xaccount_type is not the partner's platform id");
        }
        String customerId = body.mandatoryText("customer_id", 64);
        checkCustomer(partner, customerId);
        if (book.realname().isDisabled(partner.domainId())) {
            refuse(RealnameRefusal.NOT_ENABLED);
        }
        return customerId;
    }

    private void checkCustomer(Partner partner, String customerId) {
        boolean own = state.customer(customerId)
                .filter(customer -> customer.partnerId().equals(partner.domainId()))
                .isPresent();
        refuse(own && book.profile(customerId).isAssociated() ? null : RealnameRefusal.NOT_A_CUSTOMER);
    }

    private static void refuse(RealnameRefusal reason) {
        if (reason != null) {
            throw ApiError.business(400, reason.code(), reason.text());
        }
    }
}
