package io.hcpnbridge.standin.state;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Products with prices, whose projects there are, and who has which discounts. */
public final class PriceList {
    private final Map<CatalogProduct.Key, CatalogProduct> products = new LinkedHashMap<>();
    private final Map<String, String> projects = new HashMap<>();
    private final Map<String, List<GrantedDiscount>> discounts = new HashMap<>();
    private boolean currencyTold = true;
    private int oldMeasure = 1;

    public synchronized PriceList put(CatalogProduct product) {
        products.put(product.key(), product);
        return this;
    }

    /** A project of a customer or a partner; ids are unique among all accounts. */
    public synchronized PriceList project(String projectId, String domainId) {
        projects.put(projectId, domainId);
        return this;
    }

    public synchronized PriceList grant(String customerId, String id, int type, String name, String rate) {
        discounts
                .computeIfAbsent(customerId, c -> new ArrayList<>())
                .add(new GrantedDiscount(id, type, name, new BigDecimal(rate)));
        return this;
    }

    /** Whether answers name the currency; empty means the site's own. */
    public synchronized PriceList tellCurrency(boolean told) {
        currencyTold = told;
        return this;
    }

    /** Unit of the old endpoint's amounts: 1 main unit, 3 fen. */
    public synchronized PriceList oldMeasure(int measure) {
        oldMeasure = measure;
        return this;
    }

    public synchronized Optional<CatalogProduct> find(CatalogProduct.Key key) {
        return Optional.ofNullable(products.get(key));
    }

    public synchronized boolean isProjectOf(String projectId, String domainId) {
        return domainId.equals(projects.get(projectId));
    }

    public synchronized List<GrantedDiscount> discountsOf(String customerId) {
        return List.copyOf(discounts.getOrDefault(customerId, List.of()));
    }

    public synchronized boolean isCurrencyTold() {
        return currencyTold;
    }

    public synchronized int oldMeasure() {
        return oldMeasure;
    }
}
