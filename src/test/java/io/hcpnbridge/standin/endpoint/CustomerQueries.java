package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.CustomerBook;
import io.hcpnbridge.standin.state.Profile;
import io.hcpnbridge.standin.state.Site;
import io.hcpnbridge.standin.state.TimeRange;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A partner's associated customers. */
final class CustomerQueries {
    private final CustomerBook book;
    private final Visibility visibility;

    CustomerQueries(CustomerBook book, Visibility visibility) {
        this.book = book;
        this.visibility = visibility;
    }

    WireResponse list(Incoming call) {
        if (!call.caller().isPartner()) {
            throw ApiError.denied("only partners may call this API");
        }
        Body body = new Body(
                call,
                "account_name",
                "customer",
                "offset",
                "limit",
                "label",
                "association_type",
                "associated_on_begin",
                "associated_on_end",
                "customer_id",
                "indirect_partner_id");
        int offset = body.whole("offset", 0, 40_000_000, 0);
        int limit = body.whole("limit", 1, 100, 10);
        boolean china = call.caller().partner().site() == Site.CHINA;
        List<Profile> found = find(call, body, china);
        book.associations().queried();
        ObjectNode answer = Json.object().put("count", found.size());
        var customers = answer.putArray("customer_infos");
        Page.of(found, offset, limit).forEach(profile -> customers.add(told(profile, china)));
        return WireResponse.json(200, answer);
    }

    private List<Profile> find(Incoming call, Body body, boolean china) {
        String account = body.text("account_name", 128);
        String customer = body.text("customer", 128);
        String label = body.text("label", 64);
        String id = body.text("customer_id", 64);
        String type = body.text("association_type", 1);
        if (type != null && !type.matches(china ? "[12]" : "[13]")) {
            throw ApiError.parameter("association_type " + type + " is not known on this site");
        }
        var associated = new TimeRange(time(body, "associated_on_begin"), time(body, "associated_on_end"));
        Set<String> customers = visibility.current(call.caller(), null, body.text("indirect_partner_id", 64));
        return book.associated(
                customers,
                profile -> has(profile.accountName(), account)
                        && has(profile.realName(), customer)
                        && has(profile.label(), label)
                        && (id == null || id.equals(profile.customerId()))
                        && (type == null || type.equals(associationType(profile, china)))
                        && associated.contains(profile.associatedOn()));
    }

    private ObjectNode told(Profile profile, boolean china) {
        ObjectNode told = Json.object()
                .put("customer_id", profile.customerId())
                .put("account_name", profile.accountName())
                .put("associated_on", UtcTime.text(profile.associatedOn()))
                .put("association_type", associationType(profile, china))
                .put("verified_status", profile.verifiedStatus())
                .put("country_code", profile.countryCode())
                .put("customer_type", profile.customerType())
                .put("is_frozen", profile.frozen())
                .put("customer_level", profile.level());
        put(told, "customer", profile.realName());
        put(told, "label", profile.label());
        put(told, "telephone", profile.mobilePhone());
        put(told, "email", profile.email());
        put(told, "xaccount_id", profile.xaccountId());
        put(told, "xaccount_type", profile.xaccountType());
        var managers = told.putArray("account_managers");
        if (profile.accountManager() != null) {
            managers.addObject().put("account_name", profile.accountManager());
        }
        return told;
    }

    private String associationType(Profile profile, boolean china) {
        return visibility.isResale(profile.customerId()) ? (china ? "2" : "3") : "1";
    }

    private static void put(ObjectNode told, String name, String value) {
        if (value != null) {
            told.put(name, value);
        }
    }

    private static boolean has(String text, String part) {
        return part == null || (text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
    }

    private static Instant time(Body body, String name) {
        String text = body.text(name, 20);
        return text == null ? null : UtcTime.of(name, text);
    }
}
