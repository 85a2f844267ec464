package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.state.Customer;
import io.hcpnbridge.standin.state.Fee;
import io.hcpnbridge.standin.state.FeeRecord;
import io.hcpnbridge.standin.wire.Json;
import java.time.YearMonth;

/** Consumption records as the partner writes them, names in one language. */
final class FeeShape {
    private static final int ON_DEMAND = 3;
    private static final int HOURS = 4;
    private static final int MONTHLY = 20;

    private final boolean english;

    FeeShape(boolean english) {
        this.english = english;
    }

    /** 1 consulting, 2 resale. */
    static String association(Customer customer) {
        return customer.resale() ? "2" : "1";
    }

    ObjectNode record(FeeRecord fee, YearMonth month, Customer customer) {
        ObjectNode json = Json.object()
                .put("bill_cycle", month.toString())
                .put("customer_id", customer.id())
                .put("association_type", association(customer))
                .put("service_type_code", fee.service().code())
                .put("resource_type_code", fee.service().code().replace("service", "resource"))
                .put(
                        "service_type_name",
                        english ? fee.service().englishName() : fee.service().chineseName())
                .put("resource_type_name", english ? "Resource" : "资源")
                .put("charging_mode", fee.chargingMode())
                .put("trade_time", UtcTime.text(fee.consumed()))
                .put("trade_id", fee.tradeId())
                .put("id", fee.id())
                .put("bill_detail_type", fee.detailType())
                .put("resource_id", fee.resourceId())
                .put("resource_name", fee.resourceName())
                .put("product_spec_desc", "s6.large.2 | 2 vCPUs | 4 GB")
                .put("region_code", fee.region())
                .put("region_name", english ? "CN North-Beijing1" : "华北-北京一")
                .put("product_id", "00301-" + fee.service().code())
                .put("product_name", english ? "General computing" : "通用计算型")
                .put("resource_tag", "");
        usage(json, fee);
        amounts(json, fee.fee());
        return json.put("period_type", fee.chargingMode() == ON_DEMAND ? null : MONTHLY)
                .put("account_manager_id", fee.accountManager())
                .put("partner_id", customer.indirectPartnerId())
                .put("sub_service_type_code", (String) null)
                .put("sub_service_type_name", (String) null)
                .put("sub_resource_type_code", (String) null)
                .put("sub_resource_type_name", (String) null)
                .put("sub_resource_id", (String) null)
                .put("sub_resource_name", (String) null);
    }

    private static void usage(ObjectNode json, FeeRecord fee) {
        if (fee.chargingMode() != ON_DEMAND) {
            json.put("consume_time", UtcTime.text(fee.consumed()));
            return;
        }
        json.put(
                        "consume_time",
                        UtcTime.text(fee.consumed()) + "-"
                                + UtcTime.text(fee.consumed().plusSeconds(3_600)))
                .put("usage_type", "duration")
                .put("usage_amount", 1)
                .put("usage_measure_id", HOURS)
                .put("free_resource_usage", 0)
                .put("free_resource_measure_id", HOURS);
    }

    private static void amounts(ObjectNode json, Fee fee) {
        json.put("official_amount", fee.official())
                .put("official_discount_amount", fee.officialDiscount())
                .put("payment_amount", fee.payment())
                .put("cash_amount", fee.cash())
                .put("credit_amount", fee.credit())
                .put("coupon_amount", fee.coupon())
                .put("flexipurchase_coupon_amount", fee.flexiCoupon())
                .put("stored_value_card_amount", fee.storedCard())
                .put("debt_amount", fee.debt())
                .put("writeoff_amount", fee.writeOff());
    }
}
