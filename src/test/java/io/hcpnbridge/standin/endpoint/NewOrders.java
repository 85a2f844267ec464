package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.LineItem;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.OrderFilter;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.Site;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.util.List;
import java.util.Set;

/** New list and new detail: rows counted from 0, success told by the status. */
final class NewOrders {
    private static final Set<Integer> STATUSES = Set.of(1, 3, 4, 5, 6, 9);
    private static final Set<Integer> TYPES = Set.of(1, 2, 3, 4, 10, 11, 13, 14, 15);
    private static final int TO_ON_DEMAND = 10;
    private static final String[] NEVER_EMPTY = {
        "order_id",
        "customer_id",
        "create_time_begin",
        "create_time_end",
        "payment_time_begin",
        "payment_time_end",
        "status",
        "order_type",
        "limit",
        "offset",
        "order_by",
        "indirect_partner_id",
        "method"
    };

    private final PartnerState state;
    private final Visibility visibility;

    NewOrders(PartnerState state, Visibility visibility) {
        this.state = state;
        this.visibility = visibility;
    }

    WireResponse list(Incoming call) {
        Params params = new Params(
                call,
                "order_id",
                "customer_id",
                "create_time_begin",
                "create_time_end",
                "service_type_code",
                "status",
                "order_type",
                "limit",
                "offset",
                "order_by",
                "payment_time_begin",
                "payment_time_end",
                "indirect_partner_id",
                "method");
        params.refuseEmpty(NEVER_EMPTY);
        params.refuseNull(
                "create_time_begin", "create_time_end", "payment_time_begin", "payment_time_end", "order_type");
        int limit = params.whole("limit", 1, 100, 10);
        int offset = params.whole("offset", 0, Integer.MAX_VALUE, 0);
        boolean descending = isDescending(params);
        List<Order> found = state.orders(filter(call, params));
        ObjectNode body = Json.object().put("total_count", found.size());
        var orders = body.putArray("order_infos");
        NewShape shape = new NewShape(false);
        List<Order> page = descending ? Page.ofReversed(found, offset, limit) : Page.of(found, offset, limit);
        page.forEach(order -> orders.add(shape.listed(order)));
        return WireResponse.json(200, body);
    }

    WireResponse detail(Incoming call) {
        Params params = new Params(call, "offset", "limit", "indirect_partner_id");
        params.refuseEmpty("offset", "limit", "indirect_partner_id");
        int offset = params.whole("offset", 0, Integer.MAX_VALUE, 0);
        int limit = params.whole("limit", 1, 100, 10);
        NewShape shape = new NewShape(Language.isEnglish(call));
        Set<String> customers = visibility.current(call.caller(), null, params.text("indirect_partner_id", 64));
        Order order = visibility
                .order(call.variables().get(0), customers)
                .orElseThrow(() -> ApiError.business(400, "CBC.30000010", "The order is invalid or does not exist."));
        List<LineItem> lines = order.toldLines();
        ObjectNode body = Json.object().put("total_count", lines.size());
        body.set("order_info", shape.detailed(order));
        var items = body.putArray("order_line_items");
        int number = Math.min(offset, lines.size());
        for (LineItem line : Page.of(lines, offset, limit)) {
            number++;
            items.add(shape.line(order, number, line));
        }
        return WireResponse.json(200, body);
    }

    private OrderFilter filter(Incoming call, Params params) {
        String customerId = params.filter("customer_id", 64);
        Set<String> customers = visibility.current(call.caller(), customerId, params.text("indirect_partner_id", 64));
        return new OrderFilter(
                customers,
                params.filter("order_id", 64),
                params.filter("service_type_code", 64),
                code(params, "status", STATUSES),
                type(call, params),
                payingAgent(call, params, customerId),
                params.range("create_time"),
                params.range("payment_time"));
    }

    private static Integer type(Incoming call, Params params) {
        Integer type = code(params, "order_type", TYPES);
        if (type != null && type == TO_ON_DEMAND && call.caller().partner().site() == Site.INTERNATIONAL) {
            throw ApiError.parameter("order_type 10 is not known on this site");
        }
        return type;
    }

    private static Integer code(Params params, String name, Set<Integer> allowed) {
        Integer value = params.whole(name, 0, 99);
        if (value != null && !allowed.contains(value)) {
            throw ApiError.parameter(name + " " + value + " cannot be queried");
        }
        return value;
    }

    /** Whose payments for others are asked for; null: not asked. */
    private static String payingAgent(Incoming call, Params params, String customerId) {
        String method = params.text("method", 64);
        if (method == null || method.equals("oneself")) {
            return null;
        }
        if (!method.equals("sub_customer")) {
            throw ApiError.parameter("method is neither oneself nor sub_customer");
        }
        if (customerId == null && call.caller().partner().site() == Site.INTERNATIONAL) {
            return null;
        }
        return customerId == null ? call.caller().domainId() : customerId;
    }

    private static boolean isDescending(Params params) {
        String order = params.text("order_by", 36);
        if (order == null || order.equalsIgnoreCase("createTime")) {
            return false;
        }
        if (!order.equalsIgnoreCase("-createTime")) {
            throw ApiError.parameter("order_by is neither createTime nor -createTime");
        }
        return true;
    }
}
