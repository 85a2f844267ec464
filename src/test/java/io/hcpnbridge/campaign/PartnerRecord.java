package io.hcpnbridge.campaign;

import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.journal.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the partner has carried out, as it has noted it itself: the writes of each document. */
final class PartnerRecord {
    private static final Set<Api> WRITES =
            Set.of(Api.OLD_RENEW, Api.NEW_RENEW, Api.CREATE_CUSTOMER, Api.REALNAME_INDIVIDUAL, Api.REALNAME_CHANGE);

    private final Map<String, List<Call>> writes;

    PartnerRecord(StandInPartnerApi partner) {
        this.writes = partner.journal().calls(call -> WRITES.contains(call.api())).stream()
                .collect(Collectors.groupingBy(
                        call -> Document.in(call.bodyText()).orElse(""), HashMap::new, Collectors.toList()));
    }

    /** All that arrived, in their order. */
    List<Call> writes(Document document) {
        return writes.getOrDefault(document.number(), List.of());
    }

    /** How often its write took effect. */
    long executed(Document document) {
        return writes(document).stream().filter(PartnerRecord::tookEffect).count();
    }

    /** Everything that took effect. */
    long executed() {
        return writes.values().stream()
                .flatMap(List::stream)
                .filter(PartnerRecord::tookEffect)
                .count();
    }

    /** Writes that took effect and that nobody has asked for. */
    List<Call> strangers(Workload workload) {
        return writes.entrySet().stream()
                .filter(entry -> workload.document(entry.getKey()) == null
                        || !workload.document(entry.getKey()).isWrite())
                .flatMap(entry -> entry.getValue().stream())
                .filter(PartnerRecord::tookEffect)
                .toList();
    }

    /** A call that the business side has seen and not refused; a fault afterwards takes nothing back. */
    private static boolean tookEffect(Call call) {
        var refused =
                call.fault() == null && (call.errorCode() != null || (call.status() != null && call.status() >= 400));
        return call.taken() && !refused;
    }
}
