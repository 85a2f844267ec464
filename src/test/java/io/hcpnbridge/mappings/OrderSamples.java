package io.hcpnbridge.mappings;

/** The same order as both generations tell it, from the samples of the orders API. */
final class OrderSamples {
    private OrderSamples() {}

    static final String OLD_ORDER =
            """
            {"orderId":"CS2403071605AB1C2","baseOrderId":null,"beId":"0","customerId":"c0ffee","sourceType":1,
             "status":5,"orderType":1,"currency":120.0,"currencyAfterDiscount":100.0,"measureId":1,"measureName":null,
             "createTime":"2024-03-07T08:05:01Z","paymentTime":"2024-03-07T08:05:40Z",
             "lastUpdateTime":"2024-03-07T08:07:02Z","needAudit":false,"currencyType":"CNY","contractId":null,
             "currencyOfficial":120.0,"amountInfo":{"discountList":[{"discountType":"607","discountAmount":20.0}],
             "cashcouponAmount":1.5,"couponAmount":2.5,"cardAmount":0,"commissionAmount":null,"consumedAmount":null},
             "serviceType":"hws.service.type.ebs"}
            """;

    static final String NEW_ORDER =
            """
            {"order_id":"CS2403071605AB1C2","customer_id":"c0ffee","service_type_code":"hws.service.type.ebs",
             "service_type_name":"云硬盘","source_type":1,"status":5,"order_type":1,"amount_after_discount":100.0,
             "official_amount":120.0,"measure_id":1,"create_time":"2024-03-07T08:05:01Z",
             "payment_time":"2024-03-07T08:05:40Z","currency":"CNY","contract_id":null,
             "amount_info":{"discounts":[{"discount_type":"607","discount_amount":20.0}],
             "flexipurchase_coupon_amount":1.5,"coupon_amount":2.5,"stored_card_amount":0,"commission_amount":null,
             "consumed_amount":null},
             "enterprise_projects":[{"id":"ep-1","name":"默认"}],
             "agent_pay_info":{"paying_agent_id":"payer-1","is_agent_pay":true},
             "sub_order_infos":[{"order_id":"CS-SUB-1","status":5,"amount_after_discount":60,"measure_id":1,
               "currency":"CNY","enterprise_projects":[{"id":"ep-2","name":"子项"}],
               "amount_info":{"discounts":[{"discount_type":"300","discount_amount":5}]}}]}
            """;

    static final String OLD_LINE =
            """
            {"orderLineItemId":"CS2403071605AB1C2-000001","cloudServiceType":"hws.service.type.ebs","productId":"d5d5",
             "productSpecDesc":"common I/O","categoryCode":"hws.resource.storage1.evs","periodType":2,"periodNum":1,
             "validTime":"2024-03-07T08:06:00Z","expireTime":"2024-04-07T15:59:59Z","subscriptionNum":1,"currency":120,
             "currencyAfterDiscount":100,"currencyOfficial":120,"currencyType":"CNY",
             "amountInfo":{"discountList":[{"discountType":"607","discountAmount":20}],"couponAmount":2.5}}
            """;

    static final String NEW_LINE =
            """
            {"order_line_item_id":"CS2403071605AB1C2-000001","service_type_code":"hws.service.type.ebs",
             "service_type_name":"云硬盘","product_id":"d5d5","product_spec_desc":"common I/O",
             "category_code":"hws.resource.storage1.evs","period_type":2,"period_num":1,
             "effective_time":"2024-03-07T08:06:00Z","expire_time":"2024-04-07T15:59:59Z","subscription_num":1,
             "amount_after_discount":100,"official_amount":120,"currency":"CNY",
             "amount_info":{"discounts":[{"discount_type":"607","discount_amount":20}],"coupon_amount":2.5},
             "product_owner_service":"evs","commercial_resource":"1",
             "base_product_info":{"product_id":"base-1","product_spec_desc":"底座","category_code":"c"}}
            """;

    static String oldList(long total, String... orders) {
        return """
                {"error_code":"CBC.0000","error_msg":"success","data":{"pageSize":500,"pageIndex":1,"totalSize":%d,
                 "orderInfos":[%s]}}
                """
                .formatted(total, String.join(",", orders));
    }

    static String newList(long total, String... orders) {
        return "{\"total_count\":%d,\"order_infos\":[%s]}".formatted(total, String.join(",", orders));
    }

    static String oldDetail(String order, long count, String... lines) {
        return "{\"error_code\":\"CBC.0000\",\"orderInfo\":%s,\"count\":%d,\"orderlineItems\":[%s]}"
                .formatted(order, count, String.join(",", lines));
    }

    static String newDetail(String order, long total, String... lines) {
        return "{\"total_count\":%d,\"order_info\":%s,\"order_line_items\":[%s]}"
                .formatted(total, order, String.join(",", lines));
    }
}
