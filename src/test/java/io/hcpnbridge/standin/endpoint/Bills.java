package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.Customer;
import io.hcpnbridge.standin.state.FeeBook;
import io.hcpnbridge.standin.state.FeeRecord;
import io.hcpnbridge.standin.state.Partner;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.PostpaidBill;
import io.hcpnbridge.standin.state.Site;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Consumption of sub-customers (China) and the partner's own postpaid bill (International). */
final class Bills {
    private static final Set<Integer> CHARGING_MODES = Set.of(1, 3, 10, 11);

    private final PartnerState state;
    private final Visibility visibility;
    private final Settings settings;
    private final Clock clock;

    Bills(PartnerState state, Visibility visibility, Settings settings, Clock clock) {
        this.state = state;
        this.visibility = visibility;
        this.settings = settings;
        this.clock = clock;
    }

    WireResponse consumers(Incoming call) {
        Visibility.requireSite(call, Site.CHINA);
        Partner partner = Visibility.requireDirectPartner(call);
        Body body = new Body(call, "bill_cycle", "offset", "limit");
        YearMonth month = kept(body.mandatoryText("bill_cycle", 7));
        int offset = body.whole("offset", 0, 2147483646, 0);
        int limit = body.whole("limit", 1, 100, 10);
        Set<String> own = state.customersOf(partner.domainId(), customer -> true);
        List<String> consumers = state.fees().consumers(month.toString()).stream()
                .filter(own::contains)
                .toList();
        ObjectNode answer = Json.object().put("total_count", consumers.size());
        var customers = answer.putArray("sub_customers");
        Page.of(consumers, offset, limit).forEach(id -> customers.addObject().put("customer_id", id));
        return WireResponse.json(200, answer);
    }

    WireResponse records(Incoming call) {
        Visibility.requireSite(call, Site.CHINA);
        Visibility.requireDirectPartner(call);
        Params params = new Params(
                call,
                "bill_cycle",
                "customer_id",
                "service_type_code",
                "region_code",
                "charging_mode",
                "bill_detail_type",
                "resource_id",
                "resource_name",
                "trade_id",
                "account_manager_id",
                "association_type",
                "offset",
                "limit",
                "indirect_partner_id",
                "bill_date_begin",
                "bill_date_end");
        params.refuseEmpty("charging_mode", "bill_detail_type", "resource_id", "resource_name", "trade_id");
        params.refuseEmpty("account_manager_id", "association_type", "offset", "limit", "indirect_partner_id");
        params.refuseNull("association_type");
        FeeShape shape = new FeeShape(Language.isEnglish(call));
        YearMonth month = kept(params.mandatoryText("bill_cycle", 7));
        int offset = params.whole("offset", 0, Integer.MAX_VALUE, 0);
        int limit = params.whole("limit", 0, 1000, 10);
        Customer customer = customer(call, params);
        FeeBook.Month fees = state.fees().month(month.toString(), customer.id());
        Predicate<FeeRecord> filter = FeeFilter.of(params, month);
        boolean none = !visible(call, params, customer) || !associated(params, customer);
        ObjectNode answer =
                Json.object().put("total_count", none ? 0 : fees.total(filter)).put("currency", "CNY");
        var records = answer.putArray("fee_records");
        if (!none) {
            fees.page(filter, offset, limit).forEach(fee -> records.add(shape.record(fee, month, customer)));
        }
        return WireResponse.json(200, answer);
    }

    WireResponse postpaidSummary(Incoming call) {
        Visibility.requireSite(call, Site.INTERNATIONAL);
        Partner partner = Visibility.requirePartner(call);
        Params params = new Params(call, "bill_cycle");
        YearMonth month = BillMonth.of("bill_cycle", params.mandatoryText("bill_cycle", 7));
        ObjectNode answer = Json.object().put("bill_cycle", month.toString());
        PostpaidBill bill = state.fees().bill(partner.domainId(), month.toString());
        return WireResponse.json(
                200,
                bill == null
                        ? answer
                        : answer.put("initial_amount_due", bill.amountDue())
                                .put("consume_amount", bill.consumed())
                                .put("refunds", bill.refunds())
                                .put("adjustments", bill.adjustments())
                                .put("tax_amount", bill.tax())
                                .put("currency", "USD"));
    }

    private YearMonth kept(String text) {
        return BillMonth.kept("bill_cycle", text, clock, settings.billMonthsKept());
    }

    private Customer customer(Incoming call, Params params) {
        String id = params.mandatoryText("customer_id", 64);
        visibility.current(call.caller(), id, params.text("indirect_partner_id", 64));
        Integer mode = params.whole("charging_mode", 0, 99);
        if (mode != null && !CHARGING_MODES.contains(mode)) {
            throw ApiError.parameter("charging_mode is none of 1, 3, 10, 11");
        }
        return state.customer(id).orElseThrow();
    }

    private boolean visible(Incoming call, Params params, Customer customer) {
        return visibility
                .current(call.caller(), customer.id(), params.text("indirect_partner_id", 64))
                .contains(customer.id());
    }

    private static boolean associated(Params params, Customer customer) {
        String type = params.text("association_type", 4);
        if (type != null && !Set.of("1", "2").contains(type)) {
            throw ApiError.parameter("association_type is neither 1 nor 2");
        }
        return type == null || type.equals(FeeShape.association(customer));
    }
}
