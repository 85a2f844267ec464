package io.hcpnbridge.standin.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What sub-customers consumed, by month ({@code 2026-10}, in UTC+8) and customer. A month may be made up as it is read, so that a
 * million records take no memory.
 */
public final class FeeBook {
    private final Map<String, Map<String, Month>> months = new LinkedHashMap<>();
    private final Map<String, PostpaidBill> bills = new LinkedHashMap<>();

    /** So many records, each made by its number, from 0. */
    public record Month(int count, IntFunction<FeeRecord> record) {

        /** A page of those that fit, oldest first. */
        public List<FeeRecord> page(Predicate<FeeRecord> filter, int offset, int limit) {
            if (filter == null) {
                return IntStream.range(Math.min(offset, count), (int) Math.min((long) offset + limit, count))
                        .mapToObj(record)
                        .toList();
            }
            return IntStream.range(0, count)
                    .mapToObj(record)
                    .filter(filter)
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }

        /** How many fit. */
        public int total(Predicate<FeeRecord> filter) {
            return filter == null
                    ? count
                    : (int) IntStream.range(0, count)
                            .mapToObj(record)
                            .filter(filter)
                            .count();
        }
    }

    /** A customer's month anew. */
    public synchronized void put(String month, String customerId, List<FeeRecord> records) {
        List<FeeRecord> all = List.copyOf(records);
        put(month, customerId, all.size(), all::get);
    }

    /** A customer's month of so many records, made as they are read. */
    public synchronized void put(String month, String customerId, int count, IntFunction<FeeRecord> record) {
        months.computeIfAbsent(month, m -> new LinkedHashMap<>()).put(customerId, new Month(count, record));
    }

    /** As if the customer had never consumed in that month. */
    public synchronized void remove(String month, String customerId) {
        months.getOrDefault(month, new LinkedHashMap<>()).remove(customerId);
    }

    public synchronized Month month(String month, String customerId) {
        return months.getOrDefault(month, Map.of()).getOrDefault(customerId, new Month(0, n -> null));
    }

    /** Who consumed in that month. */
    public synchronized List<String> consumers(String month) {
        return List.copyOf(months.getOrDefault(month, Map.of()).keySet());
    }

    /** The partner's own postpaid bill of a month, on the International site. */
    public synchronized void put(String partnerId, PostpaidBill bill) {
        bills.put(partnerId + " " + bill.month(), bill);
    }

    /** Null if there is none. */
    public synchronized PostpaidBill bill(String partnerId, String month) {
        return bills.get(partnerId + " " + month);
    }
}
