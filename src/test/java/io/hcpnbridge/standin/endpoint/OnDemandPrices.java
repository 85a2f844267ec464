package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.Customer;
import io.hcpnbridge.standin.state.GrantedDiscount;
import io.hcpnbridge.standin.state.PriceList;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prices of pay-per-use products, with the business discount or else the largest; for customers only. */
final class OnDemandPrices {
    private static final int MAIN_UNIT = 1;
    private static final int DIGITS = 6;
    private static final int MORE_DIGITS = 10;

    private final PriceList prices;

    OnDemandPrices(PriceList prices) {
        this.prices = prices;
    }

    WireResponse rate(Incoming call) {
        Customer customer = Visibility.requireCustomer(call);
        Body body = new Body(call, "project_id", "inquiry_precision", "product_infos");
        String project = body.mandatoryText("project_id", 64);
        int digits = body.whole("inquiry_precision", 0, 1, 0) == 1 ? MORE_DIGITS : DIGITS;
        List<Body> products = body.mandatoryObjects(
                "product_infos",
                Quote.MOST_PRODUCTS,
                "id",
                "cloud_service_type",
                "resource_type",
                "resource_spec",
                "region",
                "available_zone",
                "resource_size",
                "size_measure_id",
                "usage_factor",
                "usage_value",
                "usage_measure_id",
                "subscription_num");
        PeriodPrices.checkProject(prices, project, customer.id());
        List<Quote> quotes = Quote.all(products, product -> quote(product, digits));
        return answer(call, quotes, first(customer.id()), digits);
    }

    private Optional<GrantedDiscount> first(String customerId) {
        return prices.discountsOf(customerId).stream()
                .min(Comparator.comparing((GrantedDiscount discount) -> !discount.isBusiness())
                        .thenComparing(GrantedDiscount::rate, Comparator.reverseOrder()));
    }

    private WireResponse answer(Incoming call, List<Quote> quotes, Optional<GrantedDiscount> discount, int digits) {
        ObjectNode answer = Json.object();
        BigDecimal off = BigDecimal.ZERO;
        ArrayNode results = Json.object().putArray("product_rating_results");
        for (Quote quote : quotes) {
            BigDecimal part = discount.map(granted -> cut(granted.of(quote.listPrice()), digits))
                    .orElse(BigDecimal.ZERO);
            off = off.add(part);
            ObjectNode result = amounts(
                    results.addObject()
                            .put("id", quote.id())
                            .put("product_id", quote.product().id()),
                    quote.listPrice(),
                    part);
            discount.ifPresent(granted -> result.putArray("discount_rating_results")
                    .addObject()
                    .put("discount_id", granted.id())
                    .put("discount_type", granted.type())
                    .put("amount", part)
                    .put("measure_id", MAIN_UNIT)
                    .put("discount_name", granted.name()));
        }
        amounts(answer, Quote.sum(quotes), off);
        RatingShape.currency(answer, call, prices);
        answer.set("product_rating_results", results);
        return WireResponse.json(200, answer);
    }

    private static ObjectNode amounts(ObjectNode json, BigDecimal listPrice, BigDecimal off) {
        return json.put("amount", listPrice.subtract(off))
                .put("discount_amount", off)
                .put("official_website_amount", listPrice)
                .put("measure_id", MAIN_UNIT);
    }

    private Quote quote(Body product, int digits) {
        String id = product.mandatoryText("id", 64);
        CatalogProduct.Key key = PeriodPrices.key(product);
        product.text("available_zone", 64);
        Integer size = product.whole("resource_size", 1, Quote.LARGEST);
        Integer measure = product.whole("size_measure_id", 0, Integer.MAX_VALUE);
        String factor = product.mandatoryText("usage_factor", 400);
        BigDecimal value = product.decimal("usage_value");
        int usageMeasure = product.mandatory("usage_measure_id", 0, 9999);
        int quantity = product.mandatory("subscription_num", 1, 10000);
        if (value == null || value.signum() < 0) {
            throw ApiError.parameter("usage_value is mandatory and not below 0");
        }
        CatalogProduct found = Quote.find(prices, 400, key);
        BigDecimal price = used(400, found, factor, value, usageMeasure)
                .multiply(Quote.size(found, size, measure))
                .multiply(BigDecimal.valueOf(quantity));
        return new Quote(id, found, cut(price, digits));
    }

    /** List price of so much use of one unit; usage factors are told apart without case. */
    static BigDecimal used(int status, CatalogProduct product, String factor, BigDecimal value, int measure) {
        CatalogProduct.Usage usage = product.perUse().get(factor.toLowerCase(Locale.ROOT));
        if (usage == null) {
            throw Quote.notFound(status, product.key());
        }
        if (usage.measure() != measure) {
            throw ApiError.business(status, "CBC.99006050", "The usage unit is incorrect.");
        }
        return usage.price().multiply(value);
    }

    private static BigDecimal cut(BigDecimal amount, int digits) {
        return amount.scale() <= digits ? amount : amount.setScale(digits, RoundingMode.DOWN);
    }
}
