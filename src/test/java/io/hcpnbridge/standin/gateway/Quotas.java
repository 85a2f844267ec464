package io.hcpnbridge.standin.gateway;

import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Calls per second and API, counted per sender address and calling account; off until set. */
public final class Quotas {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private final Map<Api, Integer> limits = new EnumMap<>(Api.class);
    private final Map<String, Deque<Long>> recent = new HashMap<>();

    Quotas(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The numbers of the documentation; the old APIs have none. */
    public synchronized void documented() {
        for (Api api : Api.values()) {
            set(api, api.documentedQuota());
        }
    }

    /** Limits an API to so many calls per second; 0 = no limit. */
    public synchronized void set(Api api, int perSecond) {
        if (perSecond > 0) {
            limits.put(api, perSecond);
        } else {
            limits.remove(api);
        }
    }

    public synchronized void off() {
        limits.clear();
        recent.clear();
    }

    synchronized void admit(Incoming call) {
        Integer limit = limits.get(call.api());
        if (limit == null) {
            return;
        }
        String lane =
                call.api() + " " + call.request().from() + " " + call.caller().domainId();
        Deque<Long> calls = recent.computeIfAbsent(lane, l -> new ArrayDeque<>());
        long now = nanos.getAsLong();
        while (!calls.isEmpty() && now - calls.peekFirst() >= SECOND) {
            calls.removeFirst();
        }
        if (calls.size() >= limit) {
            throw ApiError.gateway(
                    429,
                    "APIGW.0308",
                    "The throttling threshold has been reached: policy user over ratelimit,limit:" + limit
                            + ",time:1 second");
        }
        calls.addLast(now);
    }
}
