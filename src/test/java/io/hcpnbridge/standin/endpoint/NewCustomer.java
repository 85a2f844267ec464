package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.CustomerBook;
import io.hcpnbridge.standin.state.Partner;
import io.hcpnbridge.standin.state.Profile;
import io.hcpnbridge.standin.state.Site;
import java.util.Locale;

/** A customer as a partner wants it created, under the rules of the site. */
final class NewCustomer {
    private static final String[] CHINA = {
        "domain_name",
        "mobile_phone",
        "verification_code",
        "xaccount_id",
        "xaccount_type",
        "password",
        "is_close_market_ms",
        "cooperation_type",
        "indirect_partner_id",
        "include_association_result"
    };
    private static final String[] INTERNATIONAL = {
        "domain_name",
        "email",
        "verification_code",
        "domain_area",
        "xaccount_id",
        "xaccount_type",
        "password",
        "is_close_market_ms",
        "indirect_partner_id",
        "include_association_result"
    };

    private final CustomerBook book;
    private final boolean china;
    private final String name;
    private final String contact;
    private final String code;
    private final String area;
    private final String xaccountId;
    private final String xaccountType;
    private final String password;
    private final String reseller;
    private final boolean waitsForAssociation;

    /** Reads and checks each field by itself; every broken rule is 400 CBC.0100 or the rule's own code. */
    NewCustomer(Incoming call, CustomerBook book) {
        this.book = book;
        Partner partner = call.caller().partner();
        china = partner.site() == Site.CHINA;
        Body body = new Body(call, china ? CHINA : INTERNATIONAL);
        name = body.text("domain_name", 64);
        contact = china ? body.text("mobile_phone", 32) : body.text("email", 64);
        code = body.text("verification_code", 10);
        area = china ? null : body.mandatoryText("domain_area", 2);
        xaccountId = body.mandatoryText("xaccount_id", 128);
        xaccountType = body.mandatoryText("xaccount_type", 64);
        password = body.text("password", 32);
        reseller = body.text("indirect_partner_id", 64);
        waitsForAssociation = body.flag("include_association_result", false);
        String silent = body.text("is_close_market_ms", 10);
        require(silent == null || silent.matches("true|false"), "is_close_market_ms is neither true nor false");
        require(area == null || area.matches("[A-Z]{2}"), "domain_area is no country of two letters");
        require(contact == null || code != null, "verification_code is mandatory with a phone or e-mail");
        if (!xaccountType.equals(book.platform(partner.domainId()))) {
            throw ApiError.business(400, "CBC.0101", "xaccount_type is not the partner's platform id");
        }
    }

    /** The user's id on the partner's platform. */
    String user() {
        return xaccountId;
    }

    String reseller() {
        return reseller;
    }

    boolean waitsForAssociation() {
        return waitsForAssociation;
    }

    /** Name, platform user and password. */
    void checkAccount() {
        if (name != null && !name.matches("(?!op_|shadow_)[a-zA-Z_-][a-zA-Z0-9_-]{4,31}")) {
            throw ApiError.business(400, "CBC.99000031", "The login name is not allowed.");
        }
        if (name != null && book.hasAccount(name)) {
            throw ApiError.business(400, "CBC.99000038", "The login name exists.");
        }
        if (book.hasPlatformUser(xaccountId, xaccountType)) {
            throw ApiError.business(400, "CBC.99000039", "The xaccountId is in use.");
        }
        if (password != null && !isGood(password)) {
            throw ApiError.business(400, "CBC.99000036", "The password is not allowed.");
        }
    }

    /** Phone or e-mail and its code. */
    void checkContact() {
        if (contact == null) {
            return;
        }
        if (china && !contact.matches("1[3-9]\\d{9}")) {
            throw ApiError.business(400, "CBC.5017", "The phone number is not allowed.");
        }
        require(china || contact.matches("[^@\\s]+@[^@\\s]+"), "email is no e-mail address");
        if (china && book.isPhoneExhausted(contact)) {
            throw ApiError.business(400, "CBC.99000030", "The phone number is registered too often.");
        }
        if (!china && book.hasEmail(contact)) {
            throw ApiError.business(400, "CBC.99000029", "The e-mail address exists.");
        }
        if (book.isReported(contact)) {
            throw ApiError.business(400, "CBC.99000051", "The phone or e-mail is registered by Huawei.");
        }
        switch (book.codes().check(contact, code)) {
            case EXPIRED -> throw ApiError.business(400, "CBC.99004008", "The verification code has expired.");
            case TOO_OFTEN -> throw ApiError.business(400, "CBC.99004009", "The code was wrong more than 3 times.");
            case WRONG -> throw ApiError.business(400, "CBC.99004010", "The verification code is wrong.");
            case RIGHT -> {
                // used up
            }
        }
    }

    Profile register(Partner partner) {
        Profile profile = book.register(partner, reseller, xaccountId, xaccountType);
        if (name != null) {
            profile.account(name);
        }
        return profile.contact(china ? contact : null, china ? null : contact).country(china ? "0086" : area);
    }

    private boolean isGood(String word) {
        int kinds = 0;
        for (String kind : new String[] {".*[A-Z].*", ".*[a-z].*", ".*\\d.*", ".*[^A-Za-z0-9].*"}) {
            kinds += word.matches(kind) ? 1 : 0;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String account = name == null ? "" : name.toLowerCase(Locale.ROOT);
        String reversed = new StringBuilder(account).reverse().toString();
        return word.length() >= 8
                && kinds >= 2
                && !lower.equals(account)
                && !lower.equals(reversed)
                && (contact == null || !word.contains(contact));
    }

    private static void require(boolean condition, String text) {
        if (!condition) {
            throw ApiError.parameter(text);
        }
    }
}
