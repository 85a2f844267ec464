package io.hcpnbridge.partner.iam;

import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.credential.CustomerIdentity;
import io.hcpnbridge.partner.judgement.Judgement;
import io.hcpnbridge.partner.judgement.Verdict;
import io.hcpnbridge.partner.settings.IamSettings;
import io.hcpnbridge.partner.settings.TenantSettings;
import io.hcpnbridge.secret.Version;
import java.util.List;
import org.apache.camel.Exchange;

/** What is wished from IAM for one business call; travels as the exchange property {@code iamWish} and shows nothing. */
final class IamWish {
    static final String PROPERTY = "iamWish";

    /** The conversation under way, to be ended. */
    static final String TURN = "iamTurn";

    /** What nobody needs after the conversation. */
    static final List<String> DONE = List.of(
            PROPERTY,
            "customerAccess",
            "askAgain",
            PartnerTokens.STATE,
            CallProperties.IAM_REQUEST,
            CallProperties.IAM_JUDGEMENT,
            CallProperties.SEALED_ANSWER);

    private final PartnerRequest request;
    private final CustomerIdentity identity;
    private final TenantSettings tenant;
    private final Version<?> shown;
    private boolean shared;

    IamWish(PartnerRequest request, CustomerIdentity identity, TenantSettings tenant) {
        this.request = request;
        this.identity = identity;
        this.tenant = tenant;
        this.shown = tenant.shownToIam();
    }

    static IamWish of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, IamWish.class);
    }

    /** The business request. */
    PartnerRequest request() {
        return request;
    }

    CustomerIdentity identity() {
        return identity;
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
    void share(Judgement failure, Exchange exchange) {
        shared = true;
        exchange.setProperty(CallProperties.CREDENTIAL_PROBLEM, failure);
        if (failure.verdict() == Verdict.UNAUTHENTICATED) {
            exchange.setProperty(CallProperties.REFUSED_BY, "iam");
        }
    }

    boolean isShared() {
        return shared;
    }

    /** The judgement of IAM's last answer; what is no success becomes the wish's problem. */
    static Judgement judged(Exchange exchange) {
        Judgement judgement = exchange.getProperty(CallProperties.IAM_JUDGEMENT, Judgement.class);
        if (judgement.verdict() != Verdict.SUCCESS) {
            exchange.setProperty(CallProperties.CREDENTIAL_PROBLEM, judgement);
        }
        return judgement;
    }

    @Override
    public String toString() {
        return "IamWish[" + tenant() + "]";
    }
}
