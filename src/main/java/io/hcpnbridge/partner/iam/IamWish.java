package io.hcpnbridge.partner.iam;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.CustomerIdentity;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.partner.settings.IamSettings;
import io.hcpnbridge.partner.settings.TenantSettings;
import io.hcpnbridge.secret.Version;
import org.apache.camel.Exchange;

/**
 * What is wished from IAM for one business call, and how far the conversation is: while a question is under way it takes the call's
 * place on the exchange. Travels as the exchange property {@code iamWish} and shows nothing.
 */
final class IamWish {
    private static final String PROPERTY = "iamWish";

    private final PartnerCall call;
    private final CustomerIdentity identity;
    private final TenantSettings tenant;
    private final Version<?> shown;
    private Conversations turn;
    private PartnerCall question;
    private boolean shared;
    private boolean withKeptToken;

    IamWish(PartnerCall call, CustomerIdentity identity, TenantSettings tenant) {
        this.call = call;
        this.identity = identity;
        this.tenant = tenant;
        this.shown = tenant.shownToIam();
    }

    static IamWish of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, IamWish.class);
    }

    /** @param begun the conversation, to be ended */
    void begin(Conversations begun, Exchange exchange) {
        turn = begun;
        exchange.setProperty(PROPERTY, this);
    }

    /** The question becomes the call that is under way. */
    void ask(PartnerRequest asked, Credential credential, Exchange exchange) {
        question = PartnerCall.question(tenant(), asked, credential);
        question.putOn(exchange);
    }

    /** Nobody needs it any more: the business call is under way again. */
    void leave(Exchange exchange) {
        exchange.removeProperty(PROPERTY);
        call.putOn(exchange);
    }

    /** The business call. */
    PartnerCall call() {
        return call;
    }

    CustomerIdentity identity() {
        return identity;
    }

    Conversations turn() {
        return turn;
    }

    String tenant() {
        return tenant.name();
    }

    String domainId() {
        return tenant.domainId();
    }

    IamSettings iam() {
        return tenant.iam();
    }

    /** What the tenant showed to IAM when the wish came up, or something older than what it shows now. */
    Version<?> shown() {
        return shown;
    }

    /** Takes over the failure of a conversation that this one waited for. */
    void share(Judgement failure) {
        shared = true;
        call.credentialProblem(failure);
    }

    boolean isShared() {
        return shared;
    }

    /** Whether the partner's token that goes along was kept from before, so that IAM may know it no longer. */
    boolean isWithKeptToken() {
        return withKeptToken;
    }

    void withKeptToken(boolean kept) {
        withKeptToken = kept;
    }

    /** The verdict on IAM's last answer; what is no success becomes the call's problem. */
    Verdict verdict() {
        Judgement judgement = question.judgement();
        if (judgement.verdict() != Verdict.SUCCESS) {
            call.credentialProblem(judgement);
        }
        return judgement.verdict();
    }

    /** IAM's last answer. */
    IamAnswer answer() {
        return IamAnswer.of(question.sealed());
    }

    @Override
    public String toString() {
        return "IamWish[" + tenant() + "]";
    }
}
