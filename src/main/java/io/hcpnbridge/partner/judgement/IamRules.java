package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.partner.CleanText;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges one answer of IAM; the table stands in the package's description. */
final class IamRules {
    static final String NOT_AUTHORISED = "BRIDGE.NOT_AUTHORISED";
    static final String UNKNOWN_CUSTOMER = "BRIDGE.UNKNOWN_CUSTOMER";

    /** IAM says what it could not find; a customer's account is a domain there. */
    private static final Pattern AGENCY = Pattern.compile("(?i)\\bagency\\b|委托");

    private final boolean forCustomer;
    private final String payload;
    private final PartnerResponse response;
    private final ResponseBody body;

    /** @param request names the customer if the partner asks to act for one; else it asks for a credential of its own */
    IamRules(PartnerRequest request, PartnerResponse response) {
        this.forCustomer = request.customer() != null;
        this.payload = request.payload();
        this.response = response;
        this.body = response.body();
    }

    Judgement judge() {
        int status = response.status();
        if (status / 100 == 2) {
            return success();
        }
        Optional<PartnerError> error = Optional.ofNullable(body.json()).flatMap(PartnerError::anywhereIn);
        String code = error.map(PartnerError::code)
                .map(IamRules::named)
                .orElse(body.json() == null ? "BRIDGE.HTTP_" + status : "IAM." + status);
        Words said = Words.same(CleanText.text(error.map(PartnerError::text).orElse("")));
        Words text = said.isEmpty() ? response.statusOnly() : said;
        if (status >= 500 || status / 100 == 3 || status == 408) {
            return judgement(Verdict.FAILED, code, text);
        }
        if (status == 429 || error.map(PartnerError::isThrottling).orElse(false)) {
            return judgement(Verdict.THROTTLED, code, text);
        }
        if (status == 401 || error.map(PartnerError::isAuthentication).orElse(false) || !forCustomer && status == 403) {
            return judgement(Verdict.UNAUTHENTICATED, code, text);
        }
        if (forCustomer && error.isPresent() && !error.get().isGateways()) {
            return aboutCustomer(code, text);
        }
        return judgement(Verdict.FAILED, code, text);
    }

    private Judgement aboutCustomer(String code, Words text) {
        return switch (response.status()) {
            case 403 -> judgement(Verdict.REFUSED, NOT_AUTHORISED, notAuthorised(code, text));
            case 404 ->
                AGENCY.matcher(text.en()).find()
                        ? judgement(Verdict.REFUSED, NOT_AUTHORISED, notAuthorised(code, text))
                        : judgement(Verdict.REFUSED, UNKNOWN_CUSTOMER, unknownCustomer(code, text));
            case 400 -> judgement(Verdict.REFUSED, code, text);
            default -> judgement(Verdict.FAILED, code, text);
        };
    }

    private Judgement success() {
        JsonNode json = body.json();
        if (json == null || !json.hasNonNull(payload)) {
            Words fault =
                    body.fault() == null ? Words.of("The answer has no '%s'", "应答中没有 '%s'", payload) : body.fault();
            return judgement(Verdict.FAILED, "BRIDGE.MALFORMED_RESPONSE", fault);
        }
        return judgement(Verdict.SUCCESS, PartnerError.SUCCESS, Words.same("OK"));
    }

    private static Words notAuthorised(String code, Words text) {
        return Words.of(
                "the customer has not authorised the partner, or its agency for the partner has another name (%s: %s)",
                "该客户没有授权给伙伴，或者给伙伴的委托是另一个名称（%s：%s）", code, text);
    }

    private static Words unknownCustomer(String code, Words text) {
        return Words.of(
                "there is no customer with this id; check the customer id (%s: %s)",
                "没有该 ID 的客户；请检查客户 ID（%s：%s）", code, text);
    }

    /** IAM's codes are mostly the bare status. */
    private static String named(String code) {
        return code.matches("\\d+") ? "IAM." + code : code;
    }

    private Judgement judgement(Verdict verdict, String code, Words text) {
        return response.judged(verdict, code, text);
    }
}
