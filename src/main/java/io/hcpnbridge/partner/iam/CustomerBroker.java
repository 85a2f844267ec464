package io.hcpnbridge.partner.iam;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.CustomerIdentity;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.partner.credential.CredentialResolver;
import io.hcpnbridge.partner.judgement.CredentialNotObtainedException;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Begins and ends the conversation with IAM about one customer's credential. */
@LeavesForRoutes(CustomerBroker.ACCESS)
@Component("customerBroker")
public class CustomerBroker {
    /** Exchange property: how to ask IAM, or {@code none}. */
    static final String ACCESS = "customerAccess";

    private final PartnerSettings settings;
    private final CredentialResolver credentials;
    private final Map<String, Conversations> tenants = new ConcurrentHashMap<>();

    CustomerBroker(PartnerSettings settings, CredentialResolver credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    /**
     * Waits for the tenant's turn. Leaves in the property {@code customerAccess} how to ask, or {@code none}: meanwhile somebody else
     * has got the credential or has failed to, which the call knows then.
     */
    public void awaitTurn(Exchange exchange) {
        long arrival = System.nanoTime();
        PartnerCall call = PartnerCall.of(exchange);
        IamWish wish = wish(call);
        exchange.setProperty(ACCESS, "none");
        Conversations conversations = tenants.computeIfAbsent(call.tenant(), name -> new Conversations());
        if (!begin(conversations)) {
            call.credentialProblem(busy());
            return;
        }
        wish.begin(conversations, exchange);
        Optional<Credential> meanwhile = credentials.find(call.tenant(), call.request());
        Optional<Judgement> failure = conversations.failedSince(arrival, wish.identity());
        if (meanwhile.isPresent()) {
            call.take(meanwhile.get());
        } else if (failure.isPresent()) {
            wish.share(failure.get());
        } else {
            exchange.setProperty(ACCESS, wish.iam().access().text());
        }
    }

    private boolean begin(Conversations conversations) {
        Duration longest = settings.connectTimeout().plus(settings.responseTimeout());
        try {
            return conversations.begin(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets the next one ask; the business call is under way again. */
    public void endTurn(Exchange exchange) {
        IamWish wish = IamWish.of(exchange);
        if (wish != null) {
            if (!wish.isShared()) {
                wish.call().credentialProblem().ifPresent(problem -> wish.turn().failed(wish.identity(), problem));
            }
            wish.turn().end();
            wish.call().credentialReplaced(wish.shown().isReplaced());
            wish.leave(exchange);
        }
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
    }

    /**
     * Stops the call if there is no credential for it.
     *
     * @throws CredentialNotObtainedException with the judgement of what IAM said
     */
    public void requireCredential(Exchange exchange) {
        PartnerCall call = PartnerCall.of(exchange);
        if (call.credential().isEmpty()) {
            throw new CredentialNotObtainedException(call.credentialProblem()
                    .orElseGet(
                            () -> failed("BRIDGE.INTERNAL", new Words("The bridge got no credential", "适配器没有取得凭证"))));
        }
    }

    private IamWish wish(PartnerCall call) {
        CustomerIdentity identity = credentials.identity(call.tenant(), call.request());
        return new IamWish(call, identity, settings.tenant(call.tenant()).orElseThrow());
    }

    private static Judgement busy() {
        return failed(
                "BRIDGE.IAM_BUSY",
                new Words(
                        "The turn to ask IAM for the customer's credential did not come in time",
                        "未能及时轮到向 IAM 请求该客户的凭证"));
    }

    private static Judgement failed(String code, Words text) {
        return Judgement.withoutAnswer(Verdict.FAILED, code, text);
    }
}
