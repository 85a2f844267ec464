package io.hcpnbridge.standin.call;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The APIs of the stand-in, both generations; the first whose method and path fit is called. */
public enum Api {
    OLD_LIST("list", "GET", "/v1.0/*/common/order-mgr/orders/detail", 0),
    OLD_DETAIL("detail", "GET", "/v1.0/*/common/order-mgr/orders/*", 0),
    OLD_PROVISIONING("provisioning", "GET", "/v1.0/*/common/order-mgr/orders-resource/*", 0),
    OLD_RENEW("renew", "POST", "/v1.0/*/common/order-mgr/resources/renew", 0),
    NEW_LIST("list", "GET", "/v2/orders/customer-orders", 20),
    NEW_DETAIL("detail", "GET", "/v2/orders/customer-orders/details/*", 10),
    NEW_RENEW("renew", "POST", "/v2/orders/subscriptions/resources/renew", 10),
    RESOURCE_QUERY("provisioning", "POST", "/v2/orders/suscriptions/resources/query", 30),
    AUTO_RENEW_ON("expiry", "POST", "/v2/orders/subscriptions/resources/autorenew/*", 10),
    AUTO_RENEW_OFF("expiry", "DELETE", "/v2/orders/subscriptions/resources/autorenew/*", 10),
    TO_ON_DEMAND("expiry", "POST", "/v2/orders/subscriptions/resources/to-on-demand", 10),
    IAM_TOKENS("iam", "POST", "/v3/auth/tokens", 0),
    IAM_TEMPORARY_KEYS("iam", "POST", "/v3.0/OS-CREDENTIAL/securitytokens", 0),
    PERIOD_PRICE("price", "POST", "/v2/bills/ratings/period-resources/subscribe-rate", 30),
    ON_DEMAND_PRICE("price", "POST", "/v2/bills/ratings/on-demand-resources", 10),
    OLD_PRICE("price", "POST", "/v1.0/*/customer/product-mgr/query-rating", 0),
    POLICIES("policies", "GET", "/v2/products/incentive-discount-policies", 10),
    CREATE_CUSTOMER("create-customer", "POST", "/v2/partners/sub-customers", 10),
    CHECK_IDENTITY("check-identity", "POST", "/v2/partners/sub-customers/users/check-identity", 5),
    SEND_CODE("send-code", "POST", "/v2/bases/verificationcode/send", 10),
    CUSTOMERS("customers", "POST", "/v2/partners/sub-customers/query", 0),
    REALNAME_ENTERPRISE("realname", "POST", "/v2/customers/realname-auths/enterprise", 10),
    REALNAME_CHANGE("realname", "PUT", "/v2/customers/realname-auths/enterprise", 10),
    REALNAME_INDIVIDUAL("realname", "POST", "/v2/customers/realname-auths/individual", 10),
    REALNAME_RESULT("realname-result", "GET", "/v2/customers/realname-auths/result", 10),
    CONSUMERS("consumers", "POST", "/v2/bills/subcustomer-bills/res-fee-records/sub-customers/query", 10),
    FEE_RECORDS("fees", "GET", "/v2/bills/subcustomer-bills/res-fee-records", 10),
    POSTPAID_SUMMARY("summary", "GET", "/v2/bills/partner-bills/postpaid-bill-summary", 10),
    ON_DEMAND_RESOURCES("resources", "POST", "/v2/partners/sub-customers/on-demand-resources/query", 10),
    ISSUED_QUOTAS("quotas", "GET", "/v2/partners/issued-coupon-quotas", 10),
    ORDER_COUPONS("coupons", "GET", "/v2/orders/customer-orders/order-coupons", 10),
    UNKNOWN("unknown", "", "", 0);

    private final String family;
    private final String method;
    private final List<String> pattern;
    private final int documentedQuota;

    Api(String family, String method, String pattern, int documentedQuota) {
        this.family = family;
        this.method = method;
        this.pattern = Arrays.asList(pattern.split("/", -1));
        this.documentedQuota = documentedQuota;
    }

    /** What both generations call it: list, detail, provisioning, renew, expiry, price; else its own name. */
    public String family() {
        return family;
    }

    /** Calls per second; 0 = none documented. */
    public int documentedQuota() {
        return documentedQuota;
    }

    public boolean isOld() {
        return name().startsWith("OLD_");
    }

    /** @param segments decoded, beginning with the empty one before the first slash */
    static Api of(String method, List<String> segments) {
        return Arrays.stream(values())
                .filter(api -> api.method.equals(method) && api.fits(segments))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The path's variable segments. */
    List<String> variables(List<String> segments) {
        return IntStream.range(0, Math.min(pattern.size(), segments.size()))
                .filter(i -> pattern.get(i).equals("*"))
                .mapToObj(segments::get)
                .toList();
    }

    private boolean fits(List<String> segments) {
        if (pattern.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            boolean variable = pattern.get(i).equals("*");
            if (variable ? segments.get(i).isEmpty() : !pattern.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
