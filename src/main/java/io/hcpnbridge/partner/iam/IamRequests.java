package io.hcpnbridge.partner.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.CustomerIdentity;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.settings.IamSettings;
import io.hcpnbridge.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What IAM is asked, field by field (IAM API: tokens, agency token, securitytokens). All of it is asked by the partner. */
final class IamRequests {
    private static final List<String> TOKENS = List.of("v3", "auth", "tokens");
    private static final List<String> TEMPORARY_KEYS = List.of("v3.0", "OS-CREDENTIAL", "securitytokens");

    private IamRequests() {}

    static PartnerRequest temporaryKeys(CustomerIdentity identity, IamSettings iam, Duration duration) {
        ObjectNode body = object();
        assumeRole(body, identity, iam).put("duration_seconds", duration.toSeconds());
        return request(IamApis.TEMPORARY_KEYS, TEMPORARY_KEYS, Map.of(), body, "credential", identity.customer());
    }

    static PartnerRequest customerToken(CustomerIdentity identity, IamSettings iam) {
        ObjectNode body = object();
        assumeRole(body, identity, iam);
        boolean inProject = identity.project() != null;
        body.withObject("/auth/scope")
                .putObject(inProject ? "project" : "domain")
                .put("id", inProject ? identity.project() : identity.customer());
        return token(IamApis.CUSTOMER_TOKEN, body, identity.customer());
    }

    static PartnerRequest partnerToken(IamSettings.User user, Secret secret) {
        ObjectNode body = object();
        ObjectNode identity = body.withObject("/auth/identity");
        identity.putArray("methods").add("password");
        ObjectNode password = identity.withObject("/password/user");
        password.put("name", user.name()).put("password", secret.reveal());
        password.putObject("domain").put("name", user.domainName());
        body.withObject("/auth/scope/domain").put("name", user.domainName());
        return token(IamApis.PARTNER_TOKEN, body, null);
    }

    private static ObjectNode assumeRole(ObjectNode body, CustomerIdentity identity, IamSettings iam) {
        ObjectNode asked = body.withObject("/auth/identity");
        asked.putArray("methods").add("assume_role");
        return asked.putObject("assume_role")
                .put("domain_id", identity.customer())
                .put("agency_name", iam.agencyName());
    }

    /** The catalog would be a large part of the answer, and nobody reads it. */
    private static PartnerRequest token(String api, ObjectNode body, String customer) {
        return request(api, TOKENS, Map.of("nocatalog", List.of("true")), body, "token", customer);
    }

    private static PartnerRequest request(
            String api,
            List<String> path,
            Map<String, List<String>> query,
            ObjectNode body,
            String payload,
            String customer) {
        return new PartnerRequest(
                api,
                "POST",
                path,
                query,
                Map.of(),
                ExactJson.bytes(body),
                Envelope.NEW,
                payload,
                Effect.READ,
                false,
                Caller.PARTNER,
                customer,
                null,
                Set.of());
    }

    private static ObjectNode object() {
        return ExactJson.mapper().createObjectNode();
    }
}
