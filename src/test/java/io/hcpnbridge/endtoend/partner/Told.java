package io.hcpnbridge.endtoend.partner;

import io.hcpnbridge.rehearsal.ErpFormat.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What both generations tell: lines without the columns that only one of them knows. */
final class Told {
    private static final Set<String> ONE_SIDED = Set.of(
            // old only
            "originalPrice",
            "lastUpdatedAt",
            "needsApproval",
            "baseOrderId",
            "provisioningCode",
            // new only
            "serviceName",
            "payingAgentId",
            "agentPaid",
            "userName",
            "payBefore",
            "ownerService",
            "commercialResource",
            "subOrderId",
            "lifeCycle",
            "orderStatus");

    private Told() {}

    static List<Map<String, String>> byBoth(List<Line> lines) {
        var told = new ArrayList<Map<String, String>>();
        for (var line : lines) {
            var fields = new LinkedHashMap<>(line.fields());
            fields.keySet().removeAll(ONE_SIDED);
            fields.put("kind", line.record());
            told.add(fields);
        }
        return told;
    }
}
