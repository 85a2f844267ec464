package io.hcpnbridge.standin.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.IamState;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** IAM: tokens by password, and credentials of customers by their agencies. */
final class IamEndpoints {
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);

    private final PartnerState state;
    private final Clock clock;
    private final PasswordLock lock;

    IamEndpoints(PartnerState state, Clock clock) {
        this.state = state;
        this.clock = clock;
        this.lock = new PasswordLock(clock);
    }

    /** @throws ApiError every refusal, in IAM's form */
    WireResponse answer(Incoming call) {
        JsonNode auth = body(call).path("auth");
        JsonNode identity = auth.path("identity");
        String method = identity.path("methods").path(0).asText();
        if (identity.path("methods").size() != 1) {
            throw ApiError.iam(400, "methods must name one method");
        }
        if (call.api() == Api.IAM_TOKENS && method.equals("password")) {
            return byPassword(identity.path("password").path("user"), auth.path("scope"));
        }
        if (!method.equals("assume_role")) {
            throw ApiError.iam(400, "The method " + method + " is not supported");
        }
        if (call.caller() == null || !call.caller().isPartner()) {
            throw ApiError.iam(401, "The request you have made requires authentication.");
        }
        JsonNode role = identity.path("assume_role");
        return call.api() == Api.IAM_TOKENS ? customerToken(call, role, auth.path("scope")) : keys(call, role);
    }

    private WireResponse byPassword(JsonNode user, JsonNode scope) {
        String name = text(user, "name");
        String domain = text(user.path("domain"), "name");
        lock.check(domain, name);
        IamState.IamUser known = state.iam()
                .user(domain, name)
                .filter(found -> found.password().equals(text(user, "password")))
                .orElseThrow(() -> lock.failed(domain, name));
        lock.succeeded(domain, name);
        if (!scope.path("domain").path("name").asText().equals(domain)) {
            throw ApiError.iam(400, "scope is not the user's account");
        }
        return token(state.iam().issueToken(null, known.partnerDomainId(), null, null, TOKEN_LIFE));
    }

    private WireResponse customerToken(Incoming call, JsonNode role, JsonNode scope) {
        String customer = assume(call, role);
        String project = null;
        if (scope.has("project")) {
            project = scope.path("project").has("id")
                    ? text(scope.path("project"), "id")
                    : text(scope.path("project"), "name");
        } else if (!List.of(
                        scope.path("domain").path("id").asText(),
                        scope.path("domain").path("name").asText())
                .contains(customer)) {
            throw ApiError.iam(400, "scope is not the customer's account");
        }
        return token(state.iam().issueToken(customer, partner(call), text(role, "agency_name"), project, TOKEN_LIFE));
    }

    private WireResponse keys(Incoming call, JsonNode role) {
        int seconds = role.path("duration_seconds").asInt(900);
        if (seconds < 900 || seconds > 86_400) {
            throw ApiError.iam(400, "duration_seconds must be in 900..86400");
        }
        String customer = assume(call, role);
        var given =
                state.iam().issueKeys(customer, partner(call), text(role, "agency_name"), Duration.ofSeconds(seconds));
        ObjectNode body = Json.object();
        body.putObject("credential")
                .put("access", given.keys().accessKey())
                .put("secret", given.keys().secretKey())
                .put("securitytoken", given.keys().securityToken())
                .put("expires_at", iamTime(given.expires()));
        return WireResponse.json(201, body);
    }

    /** The customer's id, if it lets this partner act for it. */
    private String assume(Incoming call, JsonNode role) {
        String customer = role.has("domain_id") ? text(role, "domain_id") : text(role, "domain_name");
        String agency = text(role, "agency_name");
        if (state.customer(customer).isEmpty()) {
            throw ApiError.iam(404, "Could not find domain: " + customer);
        }
        if (!state.iam().isAuthorised(customer, partner(call), agency)) {
            throw ApiError.iam(403, "You are not authorized to perform the requested action.");
        }
        return customer;
    }

    private WireResponse token(IamState.IssuedToken given) {
        ObjectNode body = Json.object();
        ObjectNode token = body.putObject("token");
        token.put("expires_at", iamTime(given.expires())).put("issued_at", iamTime(clock.instant()));
        token.putArray("methods").add(given.customerId() == null ? "password" : "assume_role");
        if (given.project() != null) {
            token.putObject("project").put("id", given.project());
        } else {
            token.putObject("domain")
                    .put("id", given.customerId() == null ? given.partnerDomainId() : given.customerId());
        }
        return WireResponse.json(201, body).with("X-Subject-Token", given.token());
    }

    private static String partner(Incoming call) {
        return call.caller().partner().domainId();
    }

    /** As IAM writes it: {@code 2019-02-13T06:52:13.855000Z}. */
    private static String iamTime(Instant time) {
        return UtcTime.text(time).replace("Z", ".000000Z");
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw ApiError.iam(400, name + " is missing");
        }
        return value.textValue();
    }

    private static JsonNode body(Incoming call) {
        try {
            return Json.read(call.request().body());
        } catch (JsonProcessingException e) {
            throw ApiError.iam(400, "The body is no JSON");
        }
    }
}
