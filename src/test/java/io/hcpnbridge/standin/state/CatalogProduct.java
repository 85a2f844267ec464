package io.hcpnbridge.standin.state;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A product with list prices in the main unit of the currency.
 *
 * @param sizeMeasure unit of its size (15 Mbit/s, 17 GB, …); null unless it is priced by size
 * @param perPeriod list price of one period by period type: 0 day, 2 month, 3 year, 4 hour
 * @param oneTime list price as a one-time service; null if it is none
 * @param perUse by usage factor in lower case
 * @param installment told when instalments are asked for; null if there are none
 */
public record CatalogProduct(
        Key key,
        String id,
        Integer sizeMeasure,
        Map<Integer, BigDecimal> perPeriod,
        BigDecimal oneTime,
        Map<String, Usage> perUse,
        Installment installment) {
    /** The four values that must all be right. */
    public record Key(String service, String type, String region, String spec) {}

    /** Price of one unit of use; units as the measurement API numbers them (4 hour, 10 GB). */
    public record Usage(int measure, BigDecimal price) {}

    /** One instalment of the list price and how often it is due (2 month, 3 year). */
    public record Installment(BigDecimal amount, int periodType) {}

    /** A product without any price yet. */
    public static CatalogProduct of(String id, ServiceType service, String type, String region, String spec) {
        Key key = new Key(service.code(), type, region, spec);
        return new CatalogProduct(key, id, null, Map.of(), null, Map.of(), null);
    }

    /** Priced by size. */
    public CatalogProduct bySize(int measure) {
        return new CatalogProduct(key, id, measure, perPeriod, oneTime, perUse, installment);
    }

    public CatalogProduct per(int periodType, String price) {
        Map<Integer, BigDecimal> more = new LinkedHashMap<>(perPeriod);
        more.put(periodType, new BigDecimal(price));
        return new CatalogProduct(key, id, sizeMeasure, more, oneTime, perUse, installment);
    }

    public CatalogProduct perUse(String factor, int measure, String price) {
        Map<String, Usage> more = new LinkedHashMap<>(perUse);
        more.put(factor.toLowerCase(Locale.ROOT), new Usage(measure, new BigDecimal(price)));
        return new CatalogProduct(key, id, sizeMeasure, perPeriod, oneTime, more, installment);
    }

    public CatalogProduct once(String price) {
        return new CatalogProduct(key, id, sizeMeasure, perPeriod, new BigDecimal(price), perUse, installment);
    }

    public CatalogProduct inInstallments(String amount, int periodType) {
        Installment told = new Installment(new BigDecimal(amount), periodType);
        return new CatalogProduct(key, id, sizeMeasure, perPeriod, oneTime, perUse, told);
    }
}
