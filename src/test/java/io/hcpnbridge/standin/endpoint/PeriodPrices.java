package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.Customer;
import io.hcpnbridge.standin.state.GrantedDiscount;
import io.hcpnbridge.standin.state.PriceList;
import io.hcpnbridge.standin.state.Site;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Prices of yearly/monthly products: the list price and one result for every discount; for customers only. */
final class PeriodPrices {
    private static final Set<Integer> PERIODS = Set.of(0, 2, 3, 4);
    private static final Set<String> INSTALLMENTS = Set.of("HALF_PAY", "ZERO_PAY", "NA");
    private static final Comparator<GrantedDiscount> BEST_FIRST =
            Comparator.comparing(GrantedDiscount::rate).reversed().thenComparing(discount -> !discount.isBusiness());

    private final PriceList prices;

    PeriodPrices(PriceList prices) {
        this.prices = prices;
    }

    WireResponse rate(Incoming call) {
        Customer customer = Visibility.requireCustomer(call);
        Body body = new Body(call, "project_id", "product_infos");
        String project = body.mandatoryText("project_id", 64);
        boolean china = call.caller().partner().site() == Site.CHINA;
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
                "period_type",
                "period_num",
                "subscription_num",
                china ? "fee_installment_mode" : "id");
        checkProject(prices, project, customer.id());
        boolean installments = products.stream().anyMatch(PeriodPrices::wantsInstallments);
        List<Quote> quotes = Quote.all(products, this::quote);
        ObjectNode answer = Json.object();
        answer.set("official_website_rating_result", RatingShape.official(quotes, installments));
        List<GrantedDiscount> discounts =
                prices.discountsOf(customer.id()).stream().sorted(BEST_FIRST).toList();
        if (!discounts.isEmpty()) {
            var results = answer.putArray("optional_discount_rating_results");
            for (GrantedDiscount discount : prices.discountsOf(customer.id())) {
                results.add(RatingShape.discounted(quotes, discount, discount.equals(discounts.get(0)), installments));
            }
        }
        RatingShape.currency(answer, call, prices);
        return WireResponse.json(200, answer);
    }

    /** @throws ApiError 400 CBC.99006073 */
    static void checkProject(PriceList prices, String projectId, String domainId) {
        if (!prices.isProjectOf(projectId, domainId)) {
            throw ApiError.business(400, "CBC.99006073", "The project does not exist.");
        }
    }

    private static boolean wantsInstallments(Body product) {
        String mode = product.text("fee_installment_mode", 64);
        if (mode != null && !INSTALLMENTS.contains(mode)) {
            throw ApiError.parameter("fee_installment_mode is none of HALF_PAY, ZERO_PAY, NA");
        }
        return mode != null && !mode.equals("NA");
    }

    private Quote quote(Body product) {
        String id = product.mandatoryText("id", 64);
        CatalogProduct.Key key = key(product);
        product.text("available_zone", 64);
        Integer size = product.whole("resource_size", 1, Quote.LARGEST);
        Integer measure = product.whole("size_measure_id", 0, Integer.MAX_VALUE);
        int periodType = product.mandatory("period_type", 0, 4);
        int periods = product.mandatory("period_num", 1, Quote.LARGEST);
        int quantity = product.mandatory("subscription_num", 1, 10000);
        if (!PERIODS.contains(periodType)) {
            throw ApiError.parameter("period_type is none of 0, 2, 3, 4");
        }
        CatalogProduct found = Quote.find(prices, 400, key);
        BigDecimal price = found.perPeriod().get(periodType);
        if (price == null) {
            throw Quote.notFound(400, key);
        }
        return new Quote(
                id,
                found,
                price.multiply(Quote.size(found, size, measure))
                        .multiply(BigDecimal.valueOf(periods))
                        .multiply(BigDecimal.valueOf(quantity)));
    }

    /** The four values by which both current price endpoints find a product. */
    static CatalogProduct.Key key(Body product) {
        return new CatalogProduct.Key(
                product.mandatoryText("cloud_service_type", 400),
                product.mandatoryText("resource_type", 400),
                product.mandatoryText("region", 64),
                product.mandatoryText("resource_spec", 400));
    }
}
