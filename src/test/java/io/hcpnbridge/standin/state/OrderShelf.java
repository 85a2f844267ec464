package io.hcpnbridge.standin.state;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All orders; lists are sorted once per change and filter, so that deep paging stays cheap. */
final class OrderShelf {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private final Map<String, Order> byId = new LinkedHashMap<>();
    private long counter;
    private OrderFilter lastFilter;
    private List<Order> lastFound;

    /** CS, creation minute, running number. */
    String nextId(Instant created) {
        counter++;
        String number = Long.toString(counter, 36).toUpperCase(Locale.ROOT);
        return "CS" + MINUTE.format(created) + "0".repeat(Math.max(0, 6 - number.length())) + number;
    }

    void put(Order order) {
        byId.put(order.id().toUpperCase(Locale.ROOT), order);
        lastFilter = null;
    }

    void remove(String id) {
        byId.remove(id.toUpperCase(Locale.ROOT));
        lastFilter = null;
    }

    Optional<Order> get(String id) {
        return Optional.ofNullable(byId.get(id.toUpperCase(Locale.ROOT)));
    }

    int size() {
        return byId.size();
    }

    /** Oldest first; orders of the same second in the order they were put. */
    List<Order> find(OrderFilter filter) {
        if (!filter.equals(lastFilter)) {
            List<Order> found = new ArrayList<>();
            byId.values().stream().filter(filter).forEach(found::add);
            found.sort(Comparator.comparing(Order::created));
            lastFound = found;
            lastFilter = filter;
        }
        return lastFound;
    }
}
