package io.hcpnbridge.standin.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All calls in the order they were answered, or, for big runs, only how many. */
public final class Journal {
    private final PartnerState state;
    private final List<Call> calls = new ArrayList<>();
    private final Map<Api, Integer> counts = new EnumMap<>(Api.class);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private boolean countingOnly;

    public Journal(PartnerState state) {
        this.state = state;
    }

    /** From now on calls are counted, not kept. */
    public synchronized void countOnly() {
        countingOnly = true;
        calls.clear();
    }

    /** Forgets everything noted so far; renewals placed stay placed. */
    public synchronized void clear() {
        calls.clear();
        counts.clear();
        outcomes.clear();
    }

    /** A snapshot. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<Call> calls(Predicate<Call> which) {
        return calls().stream().filter(which).toList();
    }

    public List<Call> calls(Api api) {
        return calls(call -> call.api() == api);
    }

    /** How many arrived at either generation's API of that family: list, detail, provisioning, renew, expiry. */
    public synchronized int callsOf(String family) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().family().equals(family))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public synchronized int callsOf(Api api) {
        return counts.getOrDefault(api, 0);
    }

    public synchronized int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often each outcome, such as {@code "200"}, {@code "200 CBC.3016"} or {@code "resetAfter"}, came. */
    public synchronized Map<String, Integer> outcomes() {
        return new TreeMap<>(outcomes);
    }

    /** How many renewals of that resource took effect as an order, paid or not, on either generation. */
    public int placedRenewals(String resourceId) {
        return state.placedRenewals(resourceId);
    }

    /**
     * Notes a call before its answer leaves.
     *
     * @param response null if the connection breaks instead
     * @param fault null if none
     */
    public synchronized void note(Incoming incoming, WireResponse response, String fault, boolean taken) {
        Integer status = response == null ? null : response.status();
        String code = response == null ? null : errorCode(response);
        counts.merge(incoming.api(), 1, Integer::sum);
        outcomes.merge(
                status == null ? fault : code == null ? status.toString() : status + " " + code, 1, Integer::sum);
        if (!countingOnly) {
            var request = incoming.request();
            calls.add(new Call(
                    Instant.now(),
                    incoming.api(),
                    request.method(),
                    request.target(),
                    request.headers(),
                    request.body(),
                    incoming.claimedKey(),
                    status,
                    code,
                    incoming.requestId(),
                    fault,
                    taken));
        }
    }

    private static String errorCode(WireResponse response) {
        // success of the old generation carries a code, too; a page of orders need not be parsed for it
        if (response.body().length == 0 || response.body().length > 10_000) {
            return null;
        }
        try {
            String code = Json.read(response.body()).path("error_code").asText(null);
            return "CBC.0000".equals(code) ? null : code;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
