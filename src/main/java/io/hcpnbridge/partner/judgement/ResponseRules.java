package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.PartnerRequest;
import java.util.Optional;

/** Judges one answer; the table stands in the package's description. */
final class ResponseRules {
    private final PartnerRequest request;
    private final PartnerResponse response;
    private final ResponseBody body;

    ResponseRules(PartnerRequest request, PartnerResponse response) {
        this.request = request;
        this.response = response;
        this.body = ResponseBody.read(response.body(), response.contentType());
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
            return said(Verdict.REFUSED, true, error);
        }
        if (response.status() >= 500 || response.status() / 100 == 3 || error.isPlatformFailure()) {
            return said(Verdict.FAILED, outcomeUnlessWritten(), error);
        }
        if (response.status() == 429 || error.isThrottling()) {
            return said(Verdict.THROTTLED, true, error);
        }
        if (response.status() == 401 || error.isAuthentication()) {
            return said(Verdict.UNAUTHENTICATED, true, error);
        }
        if (response.status() / 100 == 2 || error.isBusiness()) {
            return said(Verdict.REFUSED, true, error);
        }
        return said(Verdict.FAILED, response.status() != 408 || outcomeUnlessWritten(), error);
    }

    private Judged withoutCode() {
        int status = response.status();
        String code = "BRIDGE.HTTP_" + status;
        String text = "HTTP status " + status + (body.fault() == null ? "" : ". " + body.fault());
        return switch (status) {
            case 429 -> own(Verdict.THROTTLED, true, code, text);
            case 401 -> own(Verdict.UNAUTHENTICATED, true, code, text);
            case 408 -> own(Verdict.FAILED, outcomeUnlessWritten(), code, text);
            default -> own(Verdict.FAILED, status / 100 == 4 || outcomeUnlessWritten(), code, text);
        };
    }

    private Judged withoutError() {
        JsonNode json = body.json();
        if (body.fault() != null) {
            return malformed(body.fault());
        }
        if (request.envelope() != Envelope.NEW) {
            if (response.status() != 200 || json == null) {
                return malformed(
                        "The answer has HTTP status " + response.status() + (json == null ? " and no body" : ""));
            }
            if (PartnerError.onTopOf(json).isEmpty() && request.envelope() == Envelope.OLD) {
                return malformed("The answer has no error_code");
            }
        }
        String payload = request.payload();
        if (payload != null && (json == null || !json.hasNonNull(payload))) {
            return own(
                    Verdict.FAILED,
                    outcomeUnlessWritten(),
                    "BRIDGE.NO_PAYLOAD",
                    "The answer says success but has no '" + payload + "'");
        }
        return new Judged(judgement(Verdict.SUCCESS, true, PartnerError.SUCCESS, "OK"), json);
    }

    private Judged malformed(String text) {
        return own(Verdict.FAILED, outcomeUnlessWritten(), "BRIDGE.MALFORMED_RESPONSE", text);
    }

    private Judged said(Verdict verdict, boolean outcomeKnown, PartnerError error) {
        String text = CleanText.text(error.text());
        return new Judged(
                judgement(
                        verdict,
                        outcomeKnown,
                        error.code(),
                        text.isEmpty() ? "HTTP status " + response.status() : text),
                verdict == Verdict.REFUSED ? body.json() : null);
    }

    private Judged own(Verdict verdict, boolean outcomeKnown, String code, String text) {
        return new Judged(judgement(verdict, outcomeKnown, code, CleanText.text(text)), null);
    }

    private Judgement judgement(Verdict verdict, boolean outcomeKnown, String code, String text) {
        String requestId = response.requestId();
        if (requestId == null && body.json() != null) {
            requestId = body.json().path("request_id").asText(null);
        }
        return new Judgement(
                verdict,
                outcomeKnown,
                response.status(),
                code,
                text,
                CleanText.word(requestId),
                response.retryAfterSeconds(),
                false);
    }

    private boolean outcomeUnlessWritten() {
        return request.effect().mayBeRepeated();
    }
}
