package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.credential.Credential;
import io.hcpnbridge.partner.credential.ObtainedCredentials;
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
@LeavesForRoutes("verdict")
@Component("responseJudge")
public class ResponseJudge implements Processor {
    private static final Set<String> SIGNATURE_REFUSED = Set.of("APIGW.0301", "APIG.0301");

    private final PartnerClock clock;
    private final ObtainedCredentials obtained;

    ResponseJudge(PartnerClock clock, ObtainedCredentials obtained) {
        this.clock = clock;
        this.obtained = obtained;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        PartnerRequest request = exchange.getProperty(CallProperties.REQUEST, PartnerRequest.class);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Judged judged = failure == null
                ? new ResponseRules(request, ResponseHeaders.response(message)).judge()
                : new Judged(FailureRules.judge(request.effect(), failure), null);
        Credential credential = exchange.getProperty(CallProperties.CREDENTIAL, Credential.class);
        Judgement judgement = corrected(judged.judgement(), message);
        if (credential != null) {
            judgement = accepted(judgement, credential);
            judgement = judgement.withText(credential.redact(judgement.text()));
            exchange.setProperty(CallProperties.REPLACED, credential.isReplaced());
        }

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
