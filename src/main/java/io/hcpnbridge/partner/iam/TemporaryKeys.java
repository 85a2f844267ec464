package io.hcpnbridge.partner.iam;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.partner.credential.CredentialResolver;
import io.hcpnbridge.partner.credential.ObtainedCredentials;
import io.hcpnbridge.partner.settings.PartnerSettings;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Temporary keys of a customer, asked for with the partner's own keys. */
@Component("temporaryKeys")
public class TemporaryKeys {
    private final PartnerSettings settings;
    private final CredentialResolver credentials;
    private final ObtainedCredentials obtained;

    TemporaryKeys(PartnerSettings settings, CredentialResolver credentials, ObtainedCredentials obtained) {
        this.settings = settings;
        this.credentials = credentials;
        this.obtained = obtained;
    }

    /** The question takes the call's place; the partner's keys sign it. */
    public void ask(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        PartnerRequest question =
                IamRequests.temporaryKeys(wish.identity(), wish.iam(), settings.temporaryKeysDuration());
        wish.ask(question, credentials.ofPartner(wish.tenant()), exchange);
    }

    /** Keeps what came, for this call and the next ones. */
    public void keep(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        if (wish.verdict() != Verdict.SUCCESS) {
            return;
        }
        IamAnswer answer = wish.answer();
        try {
            Credential keys = Credential.temporaryKeys(
                            wish.identity(),
                            answer.secret("/credential/access"),
                            answer.secret("/credential/secret"),
                            answer.secret("/credential/securitytoken"))
                    .madeFrom(wish.shown());
            obtained.keep(wish.identity(), keys, answer.instant("/credential/expires_at"));
            wish.call().take(keys);
        } catch (IamAnswer.Malformed e) {
            wish.call().credentialProblem(e.judgement());
        }
    }
}
