package io.hcpnbridge.partner.iam;

import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.credential.Credential;
import io.hcpnbridge.partner.credential.ObtainedCredentials;
import io.hcpnbridge.partner.judgement.Verdict;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Tokens of customers, each for one project or for the whole account, asked for with the partner's token. */
@Component("customerTokens")
public class CustomerTokens {
    private final PartnerTokens partnerTokens;
    private final ObtainedCredentials obtained;

    CustomerTokens(PartnerTokens partnerTokens, ObtainedCredentials obtained) {
        this.partnerTokens = partnerTokens;
        this.obtained = obtained;
    }

    /** The question becomes the message; the partner's token goes along. */
    public void ask(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        PartnerRequest question = IamRequests.customerToken(wish.identity(), wish.iam());
        exchange.setProperty(CallProperties.CREDENTIAL, partnerTokens.of(wish.tenant()));
        exchange.setProperty(CallProperties.IAM_REQUEST, question);
        exchange.getMessage().setBody(question);
    }

    /** Keeps what came; says whether to ask once more, as the partner's token was an old one that IAM no longer accepts. */
    public boolean keep(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        Verdict verdict = IamWish.judged(exchange).verdict();
        if (verdict == Verdict.UNAUTHENTICATED) {
            partnerTokens.drop(wish.tenant());
            return "kept".equals(exchange.getProperty(PartnerTokens.STATE, String.class)) && forget(exchange);
        }
        if (verdict == Verdict.SUCCESS) {
            keep(exchange, wish, IamAnswer.of(exchange));
        }
        return false;
    }

    private void keep(Exchange exchange, IamWish wish, IamAnswer answer) {
        try {
            Credential token =
                    Credential.customerToken(wish.identity(), answer.token()).madeFrom(wish.shown());
            obtained.keep(wish.identity(), token, answer.instant("/token/expires_at"));
            exchange.setProperty(CallProperties.CREDENTIAL, token);
        } catch (IamAnswer.Malformed e) {
            exchange.setProperty(CallProperties.CREDENTIAL_PROBLEM, e.judgement());
        }
    }

    private static boolean forget(Exchange exchange) {
        exchange.removeProperty(CallProperties.CREDENTIAL_PROBLEM);
        exchange.removeProperty(CallProperties.REFUSED_BY);
        return true;
    }
}
