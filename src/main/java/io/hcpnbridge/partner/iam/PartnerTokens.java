package io.hcpnbridge.partner.iam;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.partner.credential.ObtainedCredentials;
import io.hcpnbridge.partner.settings.IamSettings;
import io.hcpnbridge.secret.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The token of each tenant's IAM user, kept until shortly before it expires or until the password is replaced. */
@LeavesForRoutes(PartnerTokens.STATE)
@Component("partnerTokens")
public class PartnerTokens {
    /** Exchange property: {@code missing}, {@code kept} from before, {@code fresh}, or {@code none} if IAM gave none. */
    static final String STATE = "partnerToken";

    private final PartnerClock clock;
    private final Map<String, Kept> tokens = new ConcurrentHashMap<>();

    private record Kept(Credential token, Instant usableUntil) {}

    PartnerTokens(PartnerClock clock) {
        this.clock = clock;
    }

    /** Tells in the property {@code partnerToken} whether there is one. */
    public void look(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        Kept kept = tokens.get(wish.tenant());
        boolean usable = kept != null
                && clock.now().isBefore(kept.usableUntil())
                && !kept.token().isReplaced();
        wish.withKeptToken(usable);
        exchange.setProperty(STATE, usable ? "kept" : "missing");
    }

    /** The question takes the call's place: user and password, without a signature. */
    public void ask(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        IamSettings.User user = wish.iam().user();
        Secret password = user.password().get();
        PartnerRequest question = IamRequests.partnerToken(user, password);
        wish.ask(question, Credential.ofPartnerPassword(wish.tenant(), wish.domainId(), password), exchange);
    }

    /** Keeps what came. */
    public void keep(Exchange exchange) {
        exchange.setProperty(STATE, "none");
        IamWish wish = IamWish.of(exchange);
        if (wish.verdict() != Verdict.SUCCESS) {
            return;
        }
        IamAnswer answer = wish.answer();
        try {
            Credential token = Credential.ofPartnerToken(wish.tenant(), wish.domainId(), answer.token())
                    .madeFrom(wish.shown());
            Instant until = ObtainedCredentials.usableUntil(clock.now(), answer.instant("/token/expires_at"));
            tokens.put(wish.tenant(), new Kept(token, until));
            exchange.setProperty(STATE, "fresh");
        } catch (IamAnswer.Malformed e) {
            wish.call().credentialProblem(e.judgement());
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
