package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.partner.CleanText;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Verdict;
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
        String text = CleanText.text(error.map(PartnerError::text).orElse(""));
        if (text.isEmpty()) {
            text = "HTTP status " + status + (body.fault() == null ? "" : ". " + body.fault());
        }
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

    private Judgement aboutCustomer(String code, String text) {
        return switch (response.status()) {
            case 403 -> judgement(Verdict.REFUSED, NOT_AUTHORISED, notAuthorised(code, text));
            case 404 ->
                AGENCY.matcher(text).find()
                        ? judgement(Verdict.REFUSED, NOT_AUTHORISED, notAuthorised(code, text))
                        : judgement(Verdict.REFUSED, UNKNOWN_CUSTOMER, unknownCustomer(code, text));
            case 400 -> judgement(Verdict.REFUSED, code, text);
            default -> judgement(Verdict.FAILED, code, text);
        };
    }

    private Judgement success() {
        JsonNode json = body.json();
        if (json == null || !json.hasNonNull(payload)) {
            String fault = body.fault() == null ? "The answer has no '" + payload + "'" : body.fault();
            return judgement(Verdict.FAILED, "BRIDGE.MALFORMED_RESPONSE", fault);
        }
        return judgement(Verdict.SUCCESS, PartnerError.SUCCESS, "OK");
    }

    private static String notAuthorised(String code, String text) {
        return "the customer has not authorised the partner, or its agency for the partner has another name (" + code
                + ": " + text + ")";
    }

    private static String unknownCustomer(String code, String text) {
        return "there is no customer with this id; check the customer id (" + code + ": " + text + ")";
    }

    /** IAM's codes are mostly the bare status. */
    private static String named(String code) {
        return code.matches("\\d+") ? "IAM." + code : code;
    }

    private Judgement judgement(Verdict verdict, String code, String text) {
        return response.judged(verdict, code, text);
    }
}
