package io.hcpnbridge.partner.iam;

import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.credential.Credential;
import io.hcpnbridge.partner.credential.CredentialResolver;
import io.hcpnbridge.partner.credential.ObtainedCredentials;
import io.hcpnbridge.partner.judgement.Verdict;
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

    /** The question becomes the message; the partner's keys sign it. */
    public void ask(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        PartnerRequest question =
                IamRequests.temporaryKeys(wish.identity(), wish.iam(), settings.temporaryKeysDuration());
        exchange.setProperty(CallProperties.CREDENTIAL, credentials.ofPartner(wish.tenant()));
        exchange.setProperty(CallProperties.IAM_REQUEST, question);
        exchange.getMessage().setBody(question);
    }

    /** Keeps what came, for this call and the next ones. */
    public void keep(Exchange exchange) {
        if (IamWish.judged(exchange).verdict() != Verdict.SUCCESS) {
            return;
        }
        IamWish wish = IamWish.of(exchange);
        IamAnswer answer = IamAnswer.of(exchange);
        try {
            Credential keys = Credential.temporaryKeys(
                            wish.identity(),
                            answer.secret("/credential/access"),
                            answer.secret("/credential/secret"),
                            answer.secret("/credential/securitytoken"))
                    .madeFrom(wish.shown());
            obtained.keep(wish.identity(), keys, answer.instant("/credential/expires_at"));
            exchange.setProperty(CallProperties.CREDENTIAL, keys);
        } catch (IamAnswer.Malformed e) {
            exchange.setProperty(CallProperties.CREDENTIAL_PROBLEM, e.judgement());
        }
    }
}
