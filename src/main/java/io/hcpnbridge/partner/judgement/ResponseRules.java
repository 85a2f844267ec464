package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.partner.CleanText;
import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import java.util.Optional;

/** Judges one answer; the table stands in the package's description. */
final class ResponseRules {
    private final PartnerRequest request;
    private final PartnerResponse response;
    private final ResponseBody body;

    ResponseRules(PartnerRequest request, PartnerResponse response) {
        this.request = request;
        this.response = response;
        this.body = response.body();
    }

    Judged judge() {
        boolean success = response.status() / 100 == 2;
        Optional<PartnerError> error = Optional.ofNullable(body.json())
                .flatMap(json -> success ? PartnerError.onTopOf(json) : PartnerError.anywhereIn(json))
                .filter(found -> !success || !found.isSuccess());
        if (error.isEmpty()) {
            return success ? withoutError() : withoutCode();
        }
        return withError(error.get());
    }

    private Judged withError(PartnerError error) {
        if (request.known().contains(error.code())) {
            return said(Verdict.REFUSED, error);
        }
        if (response.status() >= 500 || response.status() / 100 == 3 || error.isPlatformFailure()) {
            return said(unanswered(), error);
        }
        if (response.status() == 429 || error.isThrottling()) {
            return said(Verdict.THROTTLED, error);
        }
        if (response.status() == 401 || error.isAuthentication()) {
            return said(Verdict.UNAUTHENTICATED, error);
        }
        if (response.status() / 100 == 2 || error.isBusiness()) {
            return said(Verdict.REFUSED, error);
        }
        return said(response.status() == 408 ? unanswered() : Verdict.FAILED, error);
    }

    private Judged withoutCode() {
        int status = response.status();
        String code = "BRIDGE.HTTP_" + status;
        Words text = response.statusOnly();
        return switch (status) {
            case 429 -> own(Verdict.THROTTLED, code, text);
            case 401 -> own(Verdict.UNAUTHENTICATED, code, text);
            case 408 -> own(unanswered(), code, text);
            default -> own(status / 100 == 4 ? Verdict.FAILED : unanswered(), code, text);
        };
    }

    private Judged withoutError() {
        JsonNode json = body.json();
        if (body.fault() != null) {
            return malformed(body.fault());
        }
        if (request.envelope() != Envelope.NEW) {
            if (response.status() != 200 || json == null) {
                Words bodyless = json == null ? new Words(" and no body", "，没有正文") : Words.NONE;
                return malformed(
                        Words.of("The answer has HTTP status %s%s", "应答的 HTTP 状态码为 %s%s", response.status(), bodyless));
            }
            if (PartnerError.onTopOf(json).isEmpty() && request.envelope() == Envelope.OLD) {
                return malformed(new Words("The answer has no error_code", "应答中没有 error_code"));
            }
        }
        String payload = request.payload();
        if (payload != null && (json == null || !json.hasNonNull(payload))) {
            return own(
                    unanswered(),
                    "BRIDGE.NO_PAYLOAD",
                    Words.of("The answer says success but has no '%s'", "应答表示成功，但没有 '%s'", payload));
        }
        return new Judged(judgement(Verdict.SUCCESS, PartnerError.SUCCESS, Words.same("OK")), json);
    }

    private Judged malformed(Words text) {
        return own(unanswered(), "BRIDGE.MALFORMED_RESPONSE", text);
    }

    private Judged said(Verdict verdict, PartnerError error) {
        Words text = Words.same(CleanText.text(error.text()));
        return new Judged(
                judgement(verdict, error.code(), text.isEmpty() ? response.statusOnly() : text),
                verdict == Verdict.REFUSED ? body.json() : null);
    }

    private Judged own(Verdict verdict, String code, Words text) {
        return new Judged(judgement(verdict, code, text.map(CleanText::text)), null);
    }

    private Judgement judgement(Verdict verdict, String code, Words text) {
        return response.judged(verdict, code, text);
    }

    private Verdict unanswered() {
        return Verdict.unanswered(request.effect());
    }
}
