package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.AssociationRefusal;
import io.hcpnbridge.standin.state.CustomerBook;
import io.hcpnbridge.standin.state.Partner;
import io.hcpnbridge.standin.state.Profile;
import io.hcpnbridge.standin.state.Site;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.time.Duration;

/** Creating customers, and what comes before: checking names and contacts, sending verification codes. */
final class NewCustomers {
    private static final int CODE_VALID_AT_MOST = 60;

    private final CustomerBook book;

    NewCustomers(CustomerBook book) {
        this.book = book;
    }

    WireResponse create(Incoming call) {
        Partner partner = Visibility.requireDirectPartner(call);
        NewCustomer customer = new NewCustomer(call, book);
        checkAssociation(partner, customer);
        customer.checkAccount();
        customer.checkContact();
        AssociationRefusal refusal = book.associations().refusal(customer.user());
        if (refusal != null) {
            throw ApiError.business(400, refusal.code(), refusal.text());
        }
        Profile profile = customer.register(partner);
        boolean associated = book.associations().begin(profile);
        var answer = Json.object();
        int status = 200;
        if (customer.waitsForAssociation() && !associated) {
            answer.put("error_code", "CBC.99000050").put("error_msg", "The association result timed out.");
            status = 500;
        }
        answer.put("domain_id", profile.customerId()).put("domain_name", profile.accountName());
        return WireResponse.json(status, answer);
    }

    WireResponse checkIdentity(Incoming call) {
        Visibility.requireDirectPartner(call);
        Body body = new Body(call, "search_type", "search_value");
        String type = body.mandatoryText("search_type", 10);
        String value = body.mandatoryText("search_value", 64);
        boolean used =
                switch (type) {
                    case "name" -> {
                        require(value.matches("[a-zA-Z-][a-zA-Z0-9_-]{4,31}"), "search_value is no account name");
                        yield book.hasAccount(value);
                    }
                    case "mobile" -> {
                        require(value.matches("0086-\\d{1,32}"), "search_value is no phone like 0086-13…");
                        yield book.isPhoneExhausted(value.substring(5));
                    }
                    case "email" -> {
                        require(value.matches("[^@]+@[^@]+"), "search_value is no e-mail address");
                        yield book.hasEmail(value);
                    }
                    default -> throw ApiError.parameter("search_type is none of email, mobile, name");
                };
        return WireResponse.json(200, Json.object().put("check_result", used ? "used_by_user" : "available"));
    }

    WireResponse sendCode(Incoming call) {
        Visibility.requireDirectPartner(call);
        boolean china = call.caller().partner().site() == Site.CHINA;
        Body body = china
                ? new Body(call, "receiver_type", "mobile_phone", "timeout", "lang", "scene", "customer_id")
                : new Body(call, "receiver_type", "email", "timeout", "lang");
        int receiver = china ? 1 : 2;
        require(body.mandatory("receiver_type", 1, 2) == receiver, "receiver_type must be " + receiver);
        String contact = china ? body.mandatoryText("mobile_phone", 32) : body.mandatoryText("email", 64);
        int minutes = body.whole("timeout", 1, Integer.MAX_VALUE, china ? 10 : 5);
        String language = body.text("lang", 8);
        require(language == null || language.matches("(?i)zh-cn|en-us"), "lang is neither zh-cn nor en-us");
        if (china && body.whole("scene", 18, 29, 29) == RealnameRules.BANK_CARD_SCENE) {
            body.mandatoryText("customer_id", 64);
        }
        book.codes().send(contact, Duration.ofMinutes(minutes > CODE_VALID_AT_MOST ? 5 : minutes));
        return WireResponse.json(200, Json.object());
    }

    private void checkAssociation(Partner partner, NewCustomer customer) {
        String reseller = customer.reseller();
        AssociationRefusal refusal = null;
        if (partner.distributor() && reseller == null) {
            refusal = AssociationRefusal.DISTRIBUTOR_ITSELF;
        } else if (reseller != null && !book.isReseller(partner.domainId(), reseller)) {
            refusal = AssociationRefusal.RESELLER_UNKNOWN;
        }
        if (refusal != null) {
            throw ApiError.business(400, refusal.code(), refusal.text());
        }
    }

    private static void require(boolean condition, String text) {
        if (!condition) {
            throw ApiError.parameter(text);
        }
    }
}
