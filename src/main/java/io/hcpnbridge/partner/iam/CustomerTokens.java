package io.hcpnbridge.partner.iam;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.partner.credential.ObtainedCredentials;
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

    /** The question takes the call's place; the partner's token goes along. */
    public void ask(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        PartnerRequest question = IamRequests.customerToken(wish.identity(), wish.iam());
        wish.ask(question, partnerTokens.of(wish.tenant()), exchange);
    }

    /** Keeps what came; says whether to ask once more, as the partner's token was an old one that IAM no longer accepts. */
    public boolean keep(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        Verdict verdict = wish.verdict();
        if (verdict == Verdict.UNAUTHENTICATED) {
            partnerTokens.drop(wish.tenant());
            return wish.isWithKeptToken() && forget(wish);
        }
        if (verdict == Verdict.SUCCESS) {
            keep(wish, wish.answer());
        }
        return false;
    }

    private void keep(IamWish wish, IamAnswer answer) {
        try {
            Credential token =
                    Credential.customerToken(wish.identity(), answer.token()).madeFrom(wish.shown());
            obtained.keep(wish.identity(), token, answer.instant("/token/expires_at"));
            wish.call().take(token);
        } catch (IamAnswer.Malformed e) {
            wish.call().credentialProblem(e.judgement());
        }
    }

    private static boolean forget(IamWish wish) {
        wish.call().credentialProblem(null);
        return true;
    }
}
