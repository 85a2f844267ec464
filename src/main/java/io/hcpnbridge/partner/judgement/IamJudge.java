package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.call.SealedAnswer;
import io.hcpnbridge.partner.credential.Credential;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Judges what came of asking IAM: leaves the {@link Judgement} in the property {@code iamJudgement} and nothing in the message. The
 * outcome is always known, as the partner's business side was not called.
 */
@Component("iamJudge")
class IamJudge implements Processor {
    private final PartnerClock clock;

    IamJudge(PartnerClock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        Credential credential = exchange.getProperty(CallProperties.CREDENTIAL, Credential.class);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Judgement judgement = failure == null
                ? answered(exchange, message)
                : FailureRules.judge(Effect.READ, failure, "partner.iam-endpoint");
        exchange.setProperty(CallProperties.IAM_JUDGEMENT, told(corrected(judgement, credential, message), credential));
        if (judgement.verdict() == Verdict.UNAUTHENTICATED) {
            exchange.setProperty(CallProperties.REFUSED_BY, "iam");
        }
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
        exchange.removeProperty(CallProperties.CREDENTIAL);
        exchange.removeProperty(CallProperties.SIGNED_REQUEST);
        message.removeHeaders("*");
        message.setBody(null);
    }

    private static Judgement answered(Exchange exchange, Message message) {
        PartnerRequest request = exchange.getProperty(CallProperties.IAM_REQUEST, PartnerRequest.class);
        SealedAnswer answer = exchange.getProperty(CallProperties.SEALED_ANSWER, SealedAnswer.class);
        message.setBody(answer == null ? null : answer.body());
        PartnerResponse response = ResponseHeaders.response(message);
        message.setBody(null);
        return new IamRules(request, response).judge();
    }

    private Judgement corrected(Judgement judgement, Credential credential, Message message) {
        if (judgement.verdict() != Verdict.UNAUTHENTICATED || credential == null || !credential.signs()) {
            return judgement;
        }
        return DateLesson.drawn(judgement, message, clock);
    }

    /** Says that it was IAM, without what it may have echoed. */
    private static Judgement told(Judgement j, Credential credential) {
        String text = credential == null ? j.text() : credential.redact(j.text());
        return j.withText(j.verdict() == Verdict.SUCCESS ? text : "No credential of the customer from IAM: " + text);
    }
}
