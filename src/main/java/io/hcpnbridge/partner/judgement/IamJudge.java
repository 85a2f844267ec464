package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.SealedAnswer;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Judges what came of asking IAM: leaves the {@link Judgement} on the question and nothing in the message. The outcome is always known,
 * as the partner's business side was not called.
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
        PartnerCall question = PartnerCall.of(exchange);
        Credential credential = question.credential().orElse(null);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Judgement judgement = failure == null
                ? answered(question, message)
                : FailureRules.judge(Effect.READ, failure, "partner.iam-endpoint");
        question.judge(told(corrected(judgement, credential, message), credential), null);
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
        message.removeHeaders("*");
        message.setBody(null);
    }

    private static Judgement answered(PartnerCall question, Message message) {
        SealedAnswer answer = question.sealed();
        byte[] bytes = answer == null ? new byte[0] : answer.body();
        ResponseBody body = ResponseBody.read(bytes, ResponseHeaders.contentType(message));
        return new IamRules(question.request(), ResponseHeaders.response(message, body)).judge();
    }

    private Judgement corrected(Judgement judgement, Credential credential, Message message) {
        if (judgement.verdict() != Verdict.UNAUTHENTICATED || credential == null || !credential.signs()) {
            return judgement;
        }
        return DateLesson.drawn(judgement, message, clock);
    }

    /** Says that it was IAM, without what it may have echoed. */
    private static Judgement told(Judgement j, Credential credential) {
        Words text = credential == null ? j.text() : j.text().map(credential::redact);
        return j.withText(
                j.verdict() == Verdict.SUCCESS
                        ? text
                        : Words.of("No credential of the customer from IAM: %s", "没有从 IAM 取得该客户的凭证：%s", text));
    }
}
