package io.hcpnbridge.partner.iam;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.credential.Credential;
import io.hcpnbridge.partner.credential.ObtainedCredentials;
import io.hcpnbridge.partner.judgement.Verdict;
import io.hcpnbridge.partner.settings.IamSettings;
import io.hcpnbridge.secret.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The token of each tenant's IAM user, kept until shortly before it expires or until the password is replaced. */
@LeavesForRoutes("partnerToken")
@Component("partnerTokens")
public class PartnerTokens {
    /** Exchange property: {@code missing}, {@code kept} from before, or {@code fresh}. */
    static final String STATE = "partnerToken";

    private final PartnerClock clock;
    private final Map<String, Kept> tokens = new ConcurrentHashMap<>();

    private record Kept(Credential token, Instant usableUntil) {}

    PartnerTokens(PartnerClock clock) {
        this.clock = clock;
    }

    /** Tells in the property {@code partnerToken} whether there is one. */
    public void look(Exchange exchange) {
        Kept kept = tokens.get(IamWish.of(exchange).tenant());
        boolean usable = kept != null
                && clock.now().isBefore(kept.usableUntil())
                && !kept.token().isReplaced();
        exchange.setProperty(STATE, usable ? "kept" : "missing");
    }

    /** The question becomes the message: user and password, without a signature. */
    public void ask(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        IamSettings.User user = wish.iam().user();
        Secret password = user.password().get();
        PartnerRequest question = IamRequests.partnerToken(user, password);
        exchange.setProperty(
                CallProperties.CREDENTIAL, Credential.ofPartnerPassword(wish.tenant(), wish.domainId(), password));
        exchange.setProperty(CallProperties.IAM_REQUEST, question);
        exchange.getMessage().setBody(question);
    }

    /** Keeps what came. */
    public void keep(Exchange exchange) {
        if (IamWish.judged(exchange).verdict() != Verdict.SUCCESS) {
            return;
        }
        IamWish wish = IamWish.of(exchange);
        IamAnswer answer = IamAnswer.of(exchange);
        try {
            Credential token = Credential.ofPartnerToken(wish.tenant(), wish.domainId(), answer.token())
                    .madeFrom(wish.shown());
            Instant until = ObtainedCredentials.usableUntil(clock.now(), answer.instant("/token/expires_at"));
            tokens.put(wish.tenant(), new Kept(token, until));
            exchange.setProperty(STATE, "fresh");
        } catch (IamAnswer.Malformed e) {
            exchange.setProperty(CallProperties.CREDENTIAL_PROBLEM, e.judgement());
        }
    }

    Credential of(String tenant) {
        return tokens.get(tenant).token();
    }

    /** IAM does not accept it any longer. */
    void drop(String tenant) {
        tokens.remove(tenant);
    }
}
