package io.hcpnbridge.partner.call;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How many calls a second each API takes: {@code partner.quotas.<api>}, or what the partner documents. */
public final class Quotas {
    /** Calls a second of an API of which nothing is documented: what most of the others have. */
    private static final int COMMON = 10;

    private final Map<String, Integer> byApi;

    /**
     * @param documented calls a second, by API
     * @param configured likewise; goes before what is documented
     */
    public Quotas(Map<String, Integer> documented, Map<String, Integer> configured) {
        byApi = new HashMap<>(documented);
        byApi.putAll(configured);
    }

    /** Calls a second. */
    public int of(String api) {
        return byApi.getOrDefault(api, COMMON);
    }

    /** The time from the first to the last of so many calls, at least. */
    public Duration least(String api, long calls) {
        Pace pace = pace(api);
        return pace.within().multipliedBy(Math.max(0, calls - 1) / pace.calls());
    }

    /** The time between two calls that are made evenly. */
    public Duration even(String api) {
        return pace(api).even();
    }

    Pace pace(String api) {
        return Pace.ofQuota(of(api));
    }
}
