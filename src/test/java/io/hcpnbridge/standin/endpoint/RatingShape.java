package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.GrantedDiscount;
import io.hcpnbridge.standin.state.PriceList;
import io.hcpnbridge.standin.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Results of the price of yearly/monthly products. */
final class RatingShape {
    private static final int MAIN_UNIT = 1;

    private RatingShape() {}

    static ObjectNode official(List<Quote> quotes, boolean installments) {
        ObjectNode json =
                Json.object().put("official_website_amount", Quote.sum(quotes)).put("measure_id", MAIN_UNIT);
        if (installments) {
            installmentsOfAll(json, quotes);
        }
        var products = json.putArray("product_rating_results");
        for (Quote quote : quotes) {
            ObjectNode product = products.addObject()
                    .put("id", quote.id())
                    .put("product_id", quote.product().id())
                    .put("official_website_amount", quote.listPrice())
                    .put("measure_id", MAIN_UNIT);
            if (installments) {
                installment(product, quote.product().installment());
            }
        }
        return json;
    }

    static ObjectNode discounted(List<Quote> quotes, GrantedDiscount discount, boolean best, boolean installments) {
        ObjectNode json = amounts(Json.object().put("discount_id", discount.id()), Quote.sum(quotes), discount)
                .put("measure_id", MAIN_UNIT)
                .put("discount_type", discount.type())
                .put("discount_name", discount.name())
                .put("best_offer", best ? 1 : 0);
        var products = json.putArray("product_rating_results");
        for (Quote quote : quotes) {
            ObjectNode product = amounts(
                            products.addObject()
                                    .put("id", quote.id())
                                    .put("product_id", quote.product().id()),
                            quote.listPrice(),
                            discount)
                    .put("measure_id", MAIN_UNIT);
            CatalogProduct.Installment part = quote.product().installment();
            if (installments && part != null) {
                BigDecimal off = discount.of(part.amount());
                installment(product, part)
                        .put("installment_official_discount_amount", off.toPlainString())
                        .put("installment_amount", part.amount().subtract(off).toPlainString());
            }
        }
        return json;
    }

    /** The currency, if the answers name it. */
    static void currency(ObjectNode answer, Incoming call, PriceList prices) {
        if (prices.isCurrencyTold()) {
            answer.put("currency", call.caller().partner().site().currency());
        }
    }

    private static ObjectNode amounts(ObjectNode json, BigDecimal listPrice, GrantedDiscount discount) {
        BigDecimal off = discount.of(listPrice);
        return json.put("amount", listPrice.subtract(off))
                .put("official_website_amount", listPrice)
                .put("discount_amount", off);
    }

    private static void installmentsOfAll(ObjectNode json, List<Quote> quotes) {
        List<CatalogProduct.Installment> parts = quotes.stream()
                .map(quote -> quote.product().installment())
                .filter(Objects::nonNull)
                .toList();
        if (!parts.isEmpty()) {
            BigDecimal sum =
                    parts.stream().map(CatalogProduct.Installment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            installment(json, new CatalogProduct.Installment(sum, parts.get(0).periodType()));
        }
    }

    private static ObjectNode installment(ObjectNode json, CatalogProduct.Installment part) {
        return part == null
                ? json
                : json.put("installment_official_website_amount", part.amount().toPlainString())
                        .put("installment_period_type", part.periodType());
    }
}
