package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.state.LineItem;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.Price;
import io.hcpnbridge.standin.state.Resource;
import io.hcpnbridge.standin.wire.Json;

/** Orders, lines and resources as the old generation writes them; what is unknown is null. */
final class OldShape {
    private OldShape() {}

    /** The envelope of success. */
    static ObjectNode success() {
        return Json.object().put("error_code", "CBC.0000").put("error_msg", "success");
    }

    static ObjectNode order(Order order) {
        ObjectNode json = Json.object()
                .put("orderId", order.id())
                .putNull("baseOrderId")
                .put("beId", order.operationEntity())
                .put("customerId", order.customerId())
                .put("sourceType", order.sourceType())
                .put("status", order.status())
                .put("orderType", order.type())
                .put("currency", order.price().original())
                .put("currencyAfterDiscount", order.price().afterDiscount())
                .put("measureId", order.measureId())
                .putNull("measureName")
                .put("createTime", UtcTime.text(order.created()))
                .put("paymentTime", UtcTime.text(order.paid()))
                .put("lastUpdateTime", UtcTime.text(order.changed()))
                .put("needAudit", order.status() == 1)
                .put("currencyType", order.currency())
                .put("contractId", order.contractId())
                .put("currencyOfficial", order.price().official());
        json.set("amountInfo", amounts(order.price()));
        return json.put("serviceType", order.service().code());
    }

    static ObjectNode line(Order order, int number, LineItem line) {
        ObjectNode json = Json.object()
                .put("orderLineItemId", NewShape.lineId(order, number))
                .put("cloudServiceType", line.service().code())
                .put("productId", line.productId())
                .put("productSpecDesc", line.productSpec())
                .put("categoryCode", line.category())
                .put("periodType", line.periodType())
                .put("periodNum", line.periodNum())
                .put("validTime", UtcTime.text(line.validFrom()))
                .put("expireTime", UtcTime.text(line.expires()))
                .put("subscriptionNum", line.quantity())
                .put("currency", line.price().original())
                .put("currencyAfterDiscount", line.price().afterDiscount())
                .put("currencyOfficial", line.price().official());
        json.set("amountInfo", amounts(line.price()));
        return json.put("currencyType", order.currency());
    }

    static ObjectNode resource(Resource resource) {
        ObjectNode json = Json.object();
        if (resource.isProvisioned()) {
            json.put("resourceId", resource.id());
        }
        return json.put("cloudServiceType", resource.service().code())
                .put("regionCode", resource.region())
                .put("resourceType", resource.type())
                .put("resourceSpecCode", resource.spec())
                .put("resourceSize", resource.size())
                .put("resouceSizeMeasureId", resource.sizeMeasure())
                .put("status", resource.provisioning());
    }

    private static ObjectNode amounts(Price price) {
        ObjectNode json = Json.object();
        var discounts = json.putArray("discountList");
        price.discounts().forEach(discount -> discounts
                .addObject()
                .put("discountType", discount.type())
                .put("discountAmount", discount.amount()));
        return json.put("cashcouponAmount", price.flexiCoupon())
                .put("couponAmount", price.cashCoupon())
                .put("cardAmount", price.storedCard())
                .put("commissionAmount", price.commission())
                .put("consumedAmount", price.consumed());
    }
}
