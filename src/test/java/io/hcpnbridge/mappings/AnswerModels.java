package io.hcpnbridge.mappings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The answers that an interface reads, as the official SDK's models describe them. The v1.0 endpoints have no models. */
final class AnswerModels {
    private static final String CHINA = "com.huaweicloud.sdk.bss.v2.model.";
    private static final String INTERNATIONAL = "com.huaweicloud.sdk.bssintl.v2.model.";

    /** By interface the SDK's names of the operations whose answers it reads, on either site. */
    private static final Map<String, List<String>> OPERATIONS = Map.ofEntries(
            Map.entry(
                    "bills.records",
                    List.of("ListConsumeSubCustomers", "ListSubCustomerBillDetail", "ListPostpaidBillSum")),
            Map.entry("coupons.quotas", List.of("ListIssuedCouponQuotas")),
            Map.entry("customers.associations", List.of("ListSubCustomers")),
            Map.entry("customers.bound", List.of()),
            Map.entry("customers.create", List.of("CreateSubCustomer", "CheckUserIdentity", "ListSubCustomers")),
            Map.entry(
                    "customers.realname-apply",
                    List.of(
                            "CreateEnterpriseRealnameAuthentication",
                            "CreatePersonalRealnameAuth",
                            "ShowRealnameAuthenticationReviewResult")),
            Map.entry(
                    "customers.realname-change",
                    List.of("ChangeEnterpriseRealnameAuthentication", "ShowRealnameAuthenticationReviewResult")),
            Map.entry("orders.coupons", List.of("ListOrderCouponsByOrderId")),
            Map.entry("orders.detail", List.of("ShowCustomerOrderDetails")),
            Map.entry("orders.list", List.of("ListCustomerOrders")),
            Map.entry("orders.provisioning", List.of("ShowCustomerOrderDetails", "ListPayPerUseCustomerResources")),
            Map.entry(
                    "orders.renew",
                    List.of(
                            "RenewalResources",
                            "AutoRenewalResources",
                            "CancelAutoRenewalResources",
                            "UpdatePeriodToOnDemand")),
            Map.entry("prices.by-spec", List.of("ListRateOnPeriodDetail", "ListOnDemandResourceRatings")),
            Map.entry("prices.period", List.of("ListRateOnPeriodDetail")),
            Map.entry("products.policies", List.of("ListIncentiveDiscountPolicies")),
            Map.entry("resources.on-demand", List.of("ListCustomerOnDemandResources")),
            Map.entry("sign-on.link", List.of()));

    private AnswerModels() {}

    /** Interfaces whose answers are known. */
    static Set<String> interfaces() {
        return OPERATIONS.keySet();
    }

    /** The JSON names of all fields, nested ones too, of the answers that an interface reads; on either site. */
    static Set<String> fields(String iface) {
        Set<String> names = new TreeSet<>();
        for (String operation : OPERATIONS.getOrDefault(iface, List.of())) {
            List<Class<?>> models = List.of(CHINA, INTERNATIONAL).stream()
                    .<Class<?>>mapMulti((site, found) -> {
                        try {
                            found.accept(Class.forName(site + operation + "Response"));
                        } catch (ClassNotFoundException e) {
                            // the site does not offer it
                        }
                    })
                    .toList();
            if (models.isEmpty()) {
                throw new IllegalStateException(operation + " is on neither site");
            }
            models.forEach(model -> collect(model, names));
        }
        return names;
    }

    private static void collect(Type type, Set<String> names) {
        if (type instanceof ParameterizedType container) {
            Arrays.stream(container.getActualTypeArguments()).forEach(inner -> collect(inner, names));
        } else if (type instanceof Class<?> model && model.getName().startsWith("com.huaweicloud.sdk.bss")) {
            for (Field field : model.getDeclaredFields()) {
                JsonProperty property = field.getAnnotation(JsonProperty.class);
                if (property != null) {
                    names.add(property.value());
                    collect(field.getGenericType(), names);
                }
            }
        }
    }
}
