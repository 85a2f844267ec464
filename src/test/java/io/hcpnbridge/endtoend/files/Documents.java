package io.hcpnbridge.endtoend.files;

import java.util.HashMap;
import java.util.Map;

/** Lines of the ERP, each with the columns it cannot do without. */
final class Documents {
    private Documents() {}

    static Map<String, String> detail(String document, String orderId) {
        return new HashMap<>(Map.of("document", document, "orderId", orderId));
    }

    static Map<String, String> list(String document, String customerId) {
        return new HashMap<>(Map.of("document", document, "customerId", customerId));
    }

    /** For some months, grace period afterwards, paid at once. */
    static Map<String, String> renewal(String document, String customerId, String resourceId, int months) {
        var record = new HashMap<String, String>();
        record.put("document", document);
        record.put("customerId", customerId);
        record.put("resource1", resourceId);
        record.put("periodType", "2");
        record.put("periodNum", String.valueOf(months));
        record.put("expireMode", "0");
        record.put("autoPay", "Y");
        return record;
    }

    static Map<String, String> with(Map<String, String> record, String column, String value) {
        var changed = new HashMap<>(record);
        changed.put(column, value);
        return changed;
    }
}
