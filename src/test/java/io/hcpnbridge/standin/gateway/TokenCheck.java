package io.hcpnbridge.standin.gateway;

import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.IamState.IssuedToken;
import io.hcpnbridge.standin.state.KeyHolder;
import io.hcpnbridge.standin.state.Partner;
import io.hcpnbridge.standin.state.PartnerState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Finds out whose a request with a token is. */
public final class TokenCheck {
    private final PartnerState state;
    private final Set<Api> accountOnly = EnumSet.noneOf(Api.class);

    TokenCheck(PartnerState state) {
        this.state = state;
    }

    /** From now on that API refuses tokens of a project. */
    public synchronized void accountOnly(Api api) {
        accountOnly.add(api);
    }

    /** @throws ApiError 401, or 403 for a token of the wrong scope */
    synchronized KeyHolder verify(Incoming call) {
        IssuedToken token = call.request()
                .header("X-Auth-Token")
                .flatMap(state.iam()::token)
                .orElseThrow(() -> refusal("decrypt token fail"));
        checkExpiry(token.expires());
        Partner partner = state.partner(token.partnerDomainId());
        if (token.customerId() == null) {
            return new KeyHolder(partner.keys(), partner, null, token.project());
        }
        if (!state.iam().isAuthorised(token.customerId(), token.partnerDomainId(), token.agency())) {
            throw ApiError.gateway(401, "APIGW.0307", "The token must be updated");
        }
        if (token.project() != null && accountOnly.contains(call.api())) {
            throw ApiError.gateway(403, "APIGW.0310", "The project is unavailable: a token of the account is needed");
        }
        return new KeyHolder(
                partner.keys(), partner, state.customer(token.customerId()).orElseThrow(), token.project());
    }

    private void checkExpiry(Instant expires) {
        if (state.iam().isOver(expires)) {
            throw refusal("token expires, expires_at: " + expires);
        }
    }

    private static ApiError refusal(String why) {
        return ApiError.gateway(401, "APIGW.0301", "Incorrect IAM authentication information: " + why);
    }
}
