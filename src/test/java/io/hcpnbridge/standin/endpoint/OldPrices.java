package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.PriceList;
import io.hcpnbridge.standin.wire.WireResponse;
import java.math.BigDecimal;
import java.util.List;

/** List prices by the old endpoint, for partners and customers; camelCase, two names misspelt as documented. */
final class OldPrices {
    private static final int OK = 200;
    private static final int FEN = 3;
    private static final int PERIOD = 0;
    private static final int ON_DEMAND = 1;
    private static final int TO_THE_END = 5;

    private final PriceList prices;

    OldPrices(PriceList prices) {
        this.prices = prices;
    }

    WireResponse rate(Incoming call) {
        Visibility.checkDomain(call);
        Body body = new Body(
                call,
                "tenantId",
                "regionId",
                "avaliableZoneId",
                "chargingMode",
                "periodType",
                "periodNum",
                "periodEndDate",
                "relativeResourceId",
                "relativeResourcePeriodType",
                "subscriptionNum",
                "inquiryTime",
                "productInfos");
        String project = body.mandatoryText("tenantId", 128);
        String region = body.mandatoryText("regionId", 128);
        body.text("avaliableZoneId", 128);
        body.text("relativeResourceId", 64);
        time(body, "inquiryTime");
        int mode = body.mandatory("chargingMode", 0, 2);
        int quantity = body.mandatory("subscriptionNum", 1, Quote.LARGEST);
        BigDecimal factor = BigDecimal.valueOf(quantity).multiply(periods(body, mode));
        int periodType = mode == PERIOD ? periodType(body) : -1;
        List<Body> products = body.mandatoryObjects(
                "productInfos",
                Quote.MOST_PRODUCTS,
                "id",
                "cloudServiceType",
                "resourceType",
                "resourceSpecCode",
                "resourceSize",
                "resouceSizeMeasureId",
                "usageFactor",
                "usageValue",
                "usageMeasureId",
                "extendParams");
        if (!prices.isProjectOf(project, call.caller().domainId())) {
            throw ApiError.business(OK, "CBC.99006073", "The project does not exist.");
        }
        return answer(call, Quote.all(products, product -> {
            CatalogProduct found = find(product, region);
            return new Quote(
                    product.mandatoryText("id", 64),
                    found,
                    unitPrice(product, found, mode, periodType)
                            .multiply(size(product, found))
                            .multiply(factor));
        }));
    }

    /** The periods to multiply with; the price up to an end date is that of one period here. */
    private static BigDecimal periods(Body body, int mode) {
        if (mode != PERIOD || body.mandatory("periodType", 0, TO_THE_END) == TO_THE_END) {
            time(body, "periodEndDate");
            return BigDecimal.ONE;
        }
        return BigDecimal.valueOf(body.mandatory("periodNum", 1, Quote.LARGEST));
    }

    private static int periodType(Body body) {
        int type = body.mandatory("periodType", 0, TO_THE_END);
        return type == TO_THE_END ? body.mandatory("relativeResourcePeriodType", 0, 4) : type;
    }

    private CatalogProduct find(Body product, String region) {
        return Quote.find(
                prices,
                OK,
                new CatalogProduct.Key(
                        product.mandatoryText("cloudServiceType", 400),
                        product.mandatoryText("resourceType", 400),
                        region,
                        product.mandatoryText("resourceSpecCode", 400)));
    }

    private static BigDecimal size(Body product, CatalogProduct found) {
        return Quote.size(
                found,
                product.whole("resourceSize", 1, Quote.LARGEST),
                product.whole("resouceSizeMeasureId", 0, Integer.MAX_VALUE));
    }

    private static BigDecimal unitPrice(Body product, CatalogProduct found, int mode, int periodType) {
        if (mode == ON_DEMAND) {
            return OnDemandPrices.used(
                    OK,
                    found,
                    product.mandatoryText("usageFactor", 400),
                    product.decimal("usageValue"),
                    product.mandatory("usageMeasureId", 0, 9999));
        }
        BigDecimal price = mode == PERIOD ? found.perPeriod().get(periodType) : found.oneTime();
        if (price == null) {
            throw Quote.notFound(OK, found.key());
        }
        return price;
    }

    private WireResponse answer(Incoming call, List<Quote> quotes) {
        ObjectNode answer = OldShape.success();
        ObjectNode result = amounts(answer.putObject("ratingResult"), Quote.sum(quotes));
        if (prices.isCurrencyTold()) {
            result.put("currency", call.caller().partner().site().currency());
        }
        var products = result.putArray("productRatingResult");
        for (Quote quote : quotes) {
            amounts(
                    products.addObject()
                            .put("id", quote.id())
                            .put("productId", quote.product().id()),
                    quote.listPrice());
        }
        return WireResponse.json(OK, answer);
    }

    private ObjectNode amounts(ObjectNode json, BigDecimal listPrice) {
        int measure = prices.oldMeasure();
        BigDecimal told = measure == FEN ? listPrice.movePointRight(2) : listPrice;
        return json.put("amount", told)
                .put("originalAmount", told)
                .put("discountAmount", 0)
                .put("measureId", measure);
    }

    private static void time(Body body, String name) {
        String text = body.text(name, 40);
        if (text != null) {
            UtcTime.of(name, text);
        }
    }
}
