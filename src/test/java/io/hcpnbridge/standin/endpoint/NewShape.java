package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.state.LineItem;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.Price;
import io.hcpnbridge.standin.state.Resource;
import io.hcpnbridge.standin.state.ServiceType;
import io.hcpnbridge.standin.wire.Json;

/** Orders, lines and resources as the new generation writes them, names in one language. */
final class NewShape {
    private final boolean english;

    NewShape(boolean english) {
        this.english = english;
    }

    /** Order id and six-digit number from 1; the same in both generations. */
    static String lineId(Order order, int number) {
        return order.id() + String.format("-%06d", number);
    }

    ObjectNode listed(Order order) {
        ObjectNode json = common(order);
        var projects = Json.object().putArray("enterprise_projects");
        order.projects()
                .forEach(project -> projects.addObject().put("id", project.id()).put("name", project.name()));
        if (!projects.isEmpty()) {
            json.set("enterprise_projects", projects);
        }
        if (!order.subOrders().isEmpty()) {
            var subOrders = json.putArray("sub_order_infos");
            order.subOrders().forEach(sub -> subOrders.add(common(sub)));
        }
        if (order.payingAgentId() != null) {
            json.putObject("agent_pay_info")
                    .put("paying_agent_id", order.payingAgentId())
                    .put("is_agent_pay", true);
        }
        return json;
    }

    ObjectNode detailed(Order order) {
        ObjectNode json = detail(order);
        if (!order.subOrders().isEmpty()) {
            var subOrders = json.putArray("sub_order_infos");
            order.subOrders().forEach(sub -> subOrders.add(detail(sub)));
        }
        return json;
    }

    ObjectNode line(Order order, int number, LineItem line) {
        ObjectNode json = Json.object()
                .put("order_line_item_id", lineId(order, number))
                .put("service_type_code", line.service().code())
                .put("service_type_name", name(line.service()))
                .put("product_id", line.productId())
                .put("product_spec_desc", line.productSpec())
                .put("period_type", line.periodType())
                .put("period_num", line.periodNum())
                .put("effective_time", UtcTime.text(line.validFrom()))
                .put("expire_time", UtcTime.text(line.expires()))
                .put("subscription_num", line.quantity())
                .put("amount_after_discount", line.price().afterDiscount())
                .put("official_amount", line.price().official());
        json.set("amount_info", amounts(line.price()));
        return json.put("currency", order.currency())
                .put("category_code", line.category())
                .put("product_owner_service", line.service().code())
                .put("commercial_resource", line.category())
                .put("order_id", line.subOrderId());
    }

    ObjectNode resource(Resource resource) {
        ObjectNode json = Json.object()
                .put("id", "internal-" + resource.id())
                .put("resource_id", resource.id())
                .put("resource_name", resource.name())
                .put("region_code", resource.region())
                .put("service_type_code", resource.service().code())
                .put("resource_type_code", resource.type())
                .put("resource_type_name", resource.type())
                .put("service_type_name", name(resource.service()))
                .put("resource_spec_code", resource.spec())
                .put("project_id", "project-of-" + resource.customerId())
                .put("product_id", "00301-" + resource.spec())
                .put("parent_resource_id", resource.parentId())
                .put("is_main_resource", resource.isPrimary() ? 1 : 0)
                .put("status", resource.lifeCycle())
                .put("effective_time", UtcTime.text(resource.effective()))
                .put("expire_time", UtcTime.text(resource.expires()))
                .put("expire_policy", resource.expirePolicy())
                .put("product_spec_desc", resource.spec())
                .put("spec_size", resource.size())
                .put("spec_size_measure_id", resource.sizeMeasure())
                .put("update_time", UtcTime.text(resource.effective()));
        json.putObject("enterprise_project").put("id", "0").put("name", "default");
        return json;
    }

    private ObjectNode detail(Order order) {
        return common(order)
                .put("user_name", order.userName())
                .put("pending_payment_end_time", UtcTime.text(order.payDeadline()));
    }

    private ObjectNode common(Order order) {
        ObjectNode json = Json.object()
                .put("order_id", order.id())
                .put("customer_id", order.customerId())
                .put("service_type_code", order.service().code())
                .put("service_type_name", name(order.service()))
                .put("source_type", order.sourceType())
                .put("status", order.status())
                .put("order_type", order.type())
                .put("amount_after_discount", order.price().afterDiscount())
                .put("official_amount", order.price().official())
                .put("measure_id", order.measureId())
                .put("create_time", UtcTime.text(order.created()))
                .put("payment_time", UtcTime.text(order.paid()))
                .put("currency", order.currency())
                .put("contract_id", order.contractId());
        json.set("amount_info", amounts(order.price()));
        return json;
    }

    private static ObjectNode amounts(Price price) {
        ObjectNode json = Json.object();
        var discounts = json.putArray("discounts");
        price.discounts().forEach(discount -> discounts
                .addObject()
                .put("discount_type", discount.type())
                .put("discount_amount", discount.amount()));
        return json.put("flexipurchase_coupon_amount", price.flexiCoupon())
                .put("coupon_amount", price.cashCoupon())
                .put("stored_card_amount", price.storedCard())
                .put("commission_amount", price.commission())
                .put("consumed_amount", price.consumed());
    }

    private String name(ServiceType service) {
        return english ? service.englishName() : service.chineseName();
    }
}
