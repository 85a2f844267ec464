package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.LineItem;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.OrderFilter;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.Resource;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.util.List;
import java.util.Optional;

/** Old list, old detail and old provisioning details: pages counted from 1, success told in the body. */
final class OldOrders {
    private static final int LAST_DETAIL_PAGE = 1_000_000;
    private static final String[] TIMES = {
        "create_time_begin", "create_time_end", "payment_time_begin", "payment_time_end"
    };

    private final PartnerState state;
    private final Visibility visibility;

    OldOrders(PartnerState state, Visibility visibility) {
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
                "service_type",
                "status",
                "order_type",
                "page_size",
                "page_index",
                "sort",
                "payment_time_begin",
                "payment_time_end");
        Visibility.checkDomain(call);
        int size = params.mandatory("page_size", 1, 9999);
        int index = params.mandatory("page_index", 1, 9999);
        params.refuseEmpty("customer_id");
        params.refuseNull("customer_id");
        params.refuseEmpty(TIMES);
        if (params.isAnyNull(TIMES)) {
            return WireResponse.json(200, OldShape.success().putNull("data"));
        }
        OrderFilter filter = new OrderFilter(
                visibility.old(call.caller(), params.text("customer_id", 64)),
                blankAsAbsent(params.filter("order_id", 64)),
                params.filter("service_type", 64),
                code(params, "status"),
                code(params, "order_type"),
                null,
                params.range("create_time"),
                params.range("payment_time"));
        return WireResponse.json(200, page(state.orders(filter), size, index, isDescending(params)));
    }

    WireResponse detail(Incoming call) {
        Params params = new Params(call, "offset", "limit");
        Visibility.checkDomain(call);
        params.refuseEmpty("offset", "limit");
        if (params.isNull("offset")) {
            return WireResponse.json(200, OldShape.success().putNull("orderInfo"));
        }
        int page = params.whole("offset", 1, Integer.MAX_VALUE, 1);
        int limit = params.whole("limit", 1, 100, 10);
        Order order = find(call);
        long first = (page > LAST_DETAIL_PAGE ? 0 : page - 1L) * limit;
        List<LineItem> lines = order.toldLines();
        ObjectNode body = OldShape.success().put("count", lines.size());
        body.set("orderInfo", OldShape.order(order));
        var items = body.putArray("orderlineItems");
        int number = (int) Math.min(first, lines.size());
        for (LineItem line : Page.of(lines, first, limit)) {
            number++;
            items.add(OldShape.line(order, number, line));
        }
        return WireResponse.json(200, body);
    }

    /** Bare on success: no error code. */
    WireResponse provisioning(Incoming call) {
        Visibility.requireCustomer(call);
        Visibility.checkDomain(call);
        Params params = new Params(call, "offset", "limit");
        int page = params.mandatory("offset", 1, Integer.MAX_VALUE);
        int limit = params.mandatory("limit", 1, 50);
        List<Resource> all = find(call).resources().stream()
                .map(state::resource)
                .flatMap(Optional::stream)
                .toList();
        ObjectNode body = Json.object().put("totalSize", all.size());
        var resources = body.putArray("resources");
        Page.of(all, (page - 1L) * limit, limit).forEach(resource -> resources.add(OldShape.resource(resource)));
        return WireResponse.json(200, body);
    }

    private Order find(Incoming call) {
        return visibility
                .order(call.variables().get(1), visibility.old(call.caller(), null))
                .orElseThrow(() -> ApiError.business(200, "CBC.30000010", "The order is invalid or does not exist."));
    }

    private static ObjectNode page(List<Order> found, int size, int index, boolean descending) {
        long first = (index - 1L) * size;
        ObjectNode body = OldShape.success();
        ObjectNode data = body.putObject("data")
                .put("pageSize", size)
                .put("pageIndex", index)
                .put("totalSize", found.size());
        var orders = data.putArray("orderInfos");
        List<Order> page = descending ? Page.ofReversed(found, first, size) : Page.of(found, first, size);
        page.forEach(order -> orders.add(OldShape.order(order)));
        return body;
    }

    private static boolean isDescending(Params params) {
        String sort = params.text("sort", 36);
        if (sort == null || List.of("", "+", "createTime").contains(sort)) {
            return false;
        }
        if (!sort.equals("-createTime")) {
            throw ApiError.parameter("sort is neither createTime nor -createTime");
        }
        return true;
    }

    private static Integer code(Params params, String name) {
        return blankAsAbsent(params.text(name, 36)) == null
                        || params.text(name, 36).isEmpty()
                ? null
                : params.whole(name, 0, 99);
    }

    /** A parameter of blanks only is none; an empty one stays. */
    private static String blankAsAbsent(String value) {
        return value != null && !value.isEmpty() && value.isBlank() ? null : value;
    }
}
