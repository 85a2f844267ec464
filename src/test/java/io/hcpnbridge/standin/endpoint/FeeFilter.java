package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.state.FeeRecord;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which consumption records are asked for. */
final class FeeFilter {
    private static final Set<Integer> DETAIL_TYPES = Set.of(1, 2, 3, 4, 5, 8, 9, 14, 16, 18, 20, 23, 24, 25, 103);

    private FeeFilter() {}

    /** Null: all. Empty and null of service and region are filters that fit nothing. */
    static Predicate<FeeRecord> of(Params params, YearMonth month) {
        List<Predicate<FeeRecord>> filters = new ArrayList<>();
        add(filters, params.filter("service_type_code", 64), fee -> fee.service()
                .code());
        add(filters, params.filter("region_code", 64), FeeRecord::region);
        add(filters, params.whole("charging_mode", 0, 99), FeeRecord::chargingMode);
        add(filters, detailType(params), FeeRecord::detailType);
        add(filters, params.text("resource_id", 64), FeeRecord::resourceId);
        add(filters, params.text("resource_name", 256), FeeRecord::resourceName);
        add(filters, params.text("trade_id", 64), FeeRecord::tradeId);
        add(filters, params.text("account_manager_id", 64), FeeRecord::accountManager);
        String begin = params.text("bill_date_begin", 10);
        String end = params.text("bill_date_end", 10);
        if (begin != null && end != null) {
            if (BillMonth.day("bill_date_end", end, month).isBefore(BillMonth.day("bill_date_begin", begin, month))) {
                throw ApiError.parameter("bill_date_end is before bill_date_begin");
            }
            filters.add(fee -> fee.day().compareTo(begin) >= 0 && fee.day().compareTo(end) <= 0);
        }
        return filters.stream().reduce(Predicate::and).orElse(null);
    }

    private static Integer detailType(Params params) {
        Integer type = params.whole("bill_detail_type", 0, 999);
        if (type != null && !DETAIL_TYPES.contains(type)) {
            throw ApiError.parameter("bill_detail_type " + type + " is not known");
        }
        return type;
    }

    private static void add(List<Predicate<FeeRecord>> filters, Object wanted, Function<FeeRecord, Object> of) {
        if (wanted != null) {
            filters.add(fee -> Objects.equals(wanted, of.apply(fee)));
        }
    }
}
