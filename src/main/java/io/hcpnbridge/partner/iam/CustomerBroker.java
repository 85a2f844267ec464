package io.hcpnbridge.partner.iam;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.credential.Credential;
import io.hcpnbridge.partner.credential.CredentialResolver;
import io.hcpnbridge.partner.credential.CustomerIdentity;
import io.hcpnbridge.partner.judgement.CredentialNotObtainedException;
import io.hcpnbridge.partner.judgement.Judgement;
import io.hcpnbridge.partner.judgement.Verdict;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Begins and ends the conversation with IAM about one customer's credential. */
@LeavesForRoutes({"customerAccess", "credentialProblem"})
@Component("customerBroker")
public class CustomerBroker {
    private final PartnerSettings settings;
    private final CredentialResolver credentials;
    private final Map<String, Conversations> tenants = new ConcurrentHashMap<>();

    CustomerBroker(PartnerSettings settings, CredentialResolver credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    /**
     * Waits for the tenant's turn. Leaves in the property {@code customerAccess} how to ask, or {@code none}: meanwhile somebody else
     * has got the credential (property {@code credential}) or has failed to (property {@code credentialProblem}).
     */
    public void awaitTurn(Exchange exchange) {
        long arrival = System.nanoTime();
        IamWish wish = wish(exchange);
        exchange.setProperty("customerAccess", "none");
        Conversations conversations = tenants.computeIfAbsent(wish.tenant(), name -> new Conversations());
        if (!begin(conversations)) {
            exchange.setProperty(CallProperties.CREDENTIAL_PROBLEM, busy());
            return;
        }
        exchange.setProperty(IamWish.PROPERTY, wish);
        exchange.setProperty(IamWish.TURN, conversations);
        Optional<Credential> meanwhile = credentials.find(wish.tenant(), wish.request());
        Optional<Judgement> failure = conversations.failedSince(arrival, wish.identity());
        if (meanwhile.isPresent()) {
            exchange.setProperty(CallProperties.CREDENTIAL, meanwhile.get());
        } else if (failure.isPresent()) {
            wish.share(failure.get(), exchange);
        } else {
            exchange.setProperty("customerAccess", wish.iam().access().text());
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

    /** Lets the next one ask; the business request is the message again. */
    public void endTurn(Exchange exchange) {
        Conversations conversations = exchange.getProperty(IamWish.TURN, Conversations.class);
        exchange.removeProperty(IamWish.TURN);
        if (conversations != null) {
            IamWish wish = exchange.getProperty(IamWish.PROPERTY, IamWish.class);
            Judgement problem = exchange.getProperty(CallProperties.CREDENTIAL_PROBLEM, Judgement.class);
            if (problem != null && !wish.isShared()) {
                conversations.failed(wish.identity(), problem);
            }
            conversations.end();
            exchange.setProperty(CallProperties.REPLACED, wish.shown().isReplaced());
        }
        for (String done : IamWish.DONE) {
            exchange.removeProperty(done);
        }
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(exchange.getProperty(CallProperties.REQUEST));
    }

    /**
     * Stops the call if there is no credential for it.
     *
     * @throws CredentialNotObtainedException with the judgement of what IAM said
     */
    public void requireCredential(Exchange exchange) {
        if (exchange.getProperty(CallProperties.CREDENTIAL) == null) {
            Judgement problem = exchange.getProperty(CallProperties.CREDENTIAL_PROBLEM, Judgement.class);
            throw new CredentialNotObtainedException(
                    problem == null ? failed("BRIDGE.INTERNAL", "The bridge got no credential") : problem);
        }
    }

    private IamWish wish(Exchange exchange) {
        String tenant = exchange.getProperty(CallProperties.TENANT, String.class);
        PartnerRequest request = exchange.getProperty(CallProperties.REQUEST, PartnerRequest.class);
        CustomerIdentity identity = credentials.identity(tenant, request);
        return new IamWish(request, identity, settings.tenant(tenant).orElseThrow());
    }

    private static Judgement busy() {
        return failed("BRIDGE.IAM_BUSY", "The turn to ask IAM for the customer's credential did not come in time");
    }

    private static Judgement failed(String code, String text) {
        return Judgement.withoutAnswer(Verdict.FAILED, code, text);
    }
}
