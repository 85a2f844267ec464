package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.partner.credential.ObtainedCredentials;
import io.hcpnbridge.partner.diagnosis.SignatureDoctor;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Judges what the exchange came back with: an answer, or the failure that was caught. Leaves the {@link Judgement} and the answer's JSON
 * on the call and the verdict as text in the property {@code verdict}; keys, signature, body and all headers are gone afterwards.
 */
@LeavesForRoutes(ResponseJudge.VERDICT)
@Component("responseJudge")
public class ResponseJudge implements Processor {
    /** Exchange property: the verdict's text, for choices in routes. */
    static final String VERDICT = "verdict";

    private static final Set<String> SIGNATURE_REFUSED = Set.of("APIGW.0301", "APIG.0301");

    private final PartnerClock clock;
    private final ObtainedCredentials obtained;
    private final SignatureDoctor doctor;

    ResponseJudge(PartnerClock clock, ObtainedCredentials obtained, SignatureDoctor doctor) {
        this.clock = clock;
        this.obtained = obtained;
        this.doctor = doctor;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        PartnerCall call = PartnerCall.of(exchange);
        Judged judged = judged(call, exchange);
        doctor.examine(call, judged.judgement(), ResponseHeaders.date(message));
        Judgement judgement = corrected(judged.judgement(), message);
        Credential credential = call.credential().orElse(null);
        if (credential != null) {
            judgement = accepted(judgement, credential);
            judgement = judgement.withText(judgement.text().map(credential::redact));
            call.credentialReplaced(credential.isReplaced());
        }

        call.judge(judgement, judged.body());
        exchange.setProperty(VERDICT, judgement.verdict().text());
        message.removeHeaders("*");
        message.setBody(null);
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
    }

    private static Judged judged(PartnerCall call, Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure != null) {
            return new Judged(FailureRules.judge(call.request().effect(), failure), null);
        }
        Message message = exchange.getMessage();
        ResponseBody body = ResponseBody.of(message.getBody(), ResponseHeaders.contentType(message));
        return new ResponseRules(call.request(), ResponseHeaders.response(message, body)).judge();
    }

    private Judgement corrected(Judgement judgement, Message message) {
        if (judgement.verdict() != Verdict.UNAUTHENTICATED || !SIGNATURE_REFUSED.contains(judgement.code())) {
            return judgement;
        }
        return DateLesson.drawn(judgement, message, clock);
    }

    /** A credential from IAM that was accepted before and is not any longer is worn out: the next attempt gets a new one. */
    private Judgement accepted(Judgement judgement, Credential credential) {
        return switch (judgement.verdict()) {
            case SUCCESS, REFUSED -> {
                obtained.accepted(credential);
                clock.confirm();
                yield judgement;
            }
            case UNAUTHENTICATED ->
                !judgement.corrected() && obtained.refused(credential) ? judgement.withCorrection() : judgement;
            default -> judgement;
        };
    }
}
