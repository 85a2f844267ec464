package io.hcpnbridge.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** A gauge with a series for each thing that there is just now, and none for what is gone. */
final class Shown<T> {
    private final MultiGauge gauge;
    private final Function<T, Tags> tags;
    private final ToLongFunction<T> value;
    private volatile Map<Tags, T> now = Map.of();

    /** @param unit null: a number of things */
    Shown(
            MeterRegistry meters,
            String name,
            String unit,
            String description,
            Function<T, Tags> tags,
            ToLongFunction<T> value) {
        this.gauge =
                MultiGauge.builder(name).baseUnit(unit).description(description).register(meters);
        this.tags = tags;
        this.value = value;
    }

    /** What was there before is not registered anew: no scrape finds it missing. */
    void show(Collection<T> things) {
        now = things.stream().collect(Collectors.toMap(tags, thing -> thing));
        gauge.register(now.keySet().stream()
                .map(key -> MultiGauge.Row.of(key, () -> value(key)))
                .toList());
    }

    private long value(Tags key) {
        var thing = now.get(key);
        return thing == null ? 0 : value.applyAsLong(thing);
    }
}
