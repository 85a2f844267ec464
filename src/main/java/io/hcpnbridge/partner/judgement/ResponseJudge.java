package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.credential.Credential;
import java.time.Instant;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Judges what the exchange came back with: an answer, or the failure that was caught. Leaves the {@link Judgement} in the
 * property {@code judgement}, its verdict as text in {@code verdict}, the answer's JSON (or null) in the body; keys, signature and
 * all headers are gone afterwards.
 */
@Component("responseJudge")
public class ResponseJudge implements Processor {
    private static final Set<String> SIGNATURE_REFUSED = Set.of("APIGW.0301", "APIG.0301");

    private final PartnerClock clock;

    ResponseJudge(PartnerClock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        PartnerRequest request = exchange.getProperty(CallProperties.REQUEST, PartnerRequest.class);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Judged judged = failure == null
                ? new ResponseRules(request, ResponseHeaders.response(message)).judge()
                : new Judged(FailureRules.judge(request.effect(), failure), null);
        Judgement judgement = withoutKeys(corrected(judged.judgement(), message), exchange);

        exchange.setProperty(CallProperties.JUDGEMENT, judgement);
        exchange.setProperty(CallProperties.VERDICT, judgement.verdict().text());
        message.removeHeaders("*");
        message.setBody(judged.body());
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
        exchange.removeProperty(CallProperties.CREDENTIAL);
        exchange.removeProperty(CallProperties.SIGNED_REQUEST);
        exchange.removeProperty(CallProperties.REQUEST);
    }

    private Judgement corrected(Judgement judgement, Message message) {
        if (judgement.verdict() != Verdict.UNAUTHENTICATED || !SIGNATURE_REFUSED.contains(judgement.code())) {
            return judgement;
        }
        Instant partnerTime = ResponseHeaders.date(message);
        return partnerTime != null && clock.learn(partnerTime) ? judgement.withClockCorrected() : judgement;
    }

    private static Judgement withoutKeys(Judgement j, Exchange exchange) {
        Credential credential = exchange.getProperty(CallProperties.CREDENTIAL, Credential.class);
        return credential == null
                ? j
                : new Judgement(
                        j.verdict(),
                        j.outcomeKnown(),
                        j.httpStatus(),
                        j.code(),
                        credential.redact(j.text()),
                        j.requestId(),
                        j.retryAfterSeconds(),
                        j.clockCorrected());
    }
}
