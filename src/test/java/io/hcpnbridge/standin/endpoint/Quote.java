package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.PriceList;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One product of a price call with its list price. */
record Quote(String id, CatalogProduct product, BigDecimal listPrice) {
    static final int MOST_PRODUCTS = 100;
    static final int LARGEST = 214783647;

    /** Prices every product; one that is wrong fails the whole call. */
    static List<Quote> all(List<Body> products, Function<Body, Quote> price) {
        Set<String> ids = new HashSet<>();
        return products.stream()
                .map(price)
                .peek(quote -> {
                    if (!ids.add(quote.id())) {
                        throw ApiError.parameter("id " + quote.id() + " is given twice");
                    }
                })
                .toList();
    }

    /** @throws ApiError 400 CBC.99006006 unless the four values are those of one product */
    static CatalogProduct find(PriceList prices, int status, CatalogProduct.Key key) {
        return prices.find(key).orElseThrow(() -> notFound(status, key));
    }

    static ApiError notFound(int status, CatalogProduct.Key key) {
        return ApiError.business(status, "CBC.99006006", "The product for rating is not found: " + key.spec());
    }

    /** Size of a product priced by size; 1 for others. */
    static BigDecimal size(CatalogProduct product, Integer size, Integer measure) {
        if (product.sizeMeasure() == null) {
            return BigDecimal.ONE;
        }
        if (size == null || measure == null) {
            throw ApiError.parameter("size and its measure are mandatory for this product");
        }
        if (!measure.equals(product.sizeMeasure())) {
            throw ApiError.parameter("the product is not measured in unit " + measure);
        }
        return BigDecimal.valueOf(size);
    }

    static BigDecimal sum(List<Quote> quotes) {
        return quotes.stream().map(Quote::listPrice).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
