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

    /** What both generations call it: list, detail, provisioning, renew, expiry; and iam. */
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
