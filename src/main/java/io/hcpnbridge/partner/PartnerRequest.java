package io.hcpnbridge.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.text.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * One call as a mapping asks for it, before anyone signs it. Nothing in it can change the host: the path comes as decoded
 * segments, everything else as names and values.
 *
 * @param api quota name of the endpoint, such as {@code list-orders-new}
 * @param method GET, POST, PUT or DELETE
 * @param path decoded segments
 * @param query decoded values by name; an empty value is sent as {@code name=}
 * @param headers extra headers, see {@link PartnerRequestReader}
 * @param body UTF-8 JSON; empty when there is none
 * @param payload member that a successful answer must carry; null when none is required
 * @param customer customer (account) id; null when the call has none
 * @param project id of the IAM project that the customer's token must belong to; null for the whole account
 * @param brief whether it is a read that a certain answer does not wait for long
 * @param known partner codes whose meaning the mapping knows whatever the HTTP status; they tell the outcome of a write
 */
public record PartnerRequest(
        String api,
        String method,
        List<String> path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body,
        Envelope envelope,
        String payload,
        Effect effect,
        boolean brief,
        Caller caller,
        String customer,
        String project,
        Set<String> known) {

    public PartnerRequest {
        Objects.requireNonNull(api);
        Objects.requireNonNull(method);
        Objects.requireNonNull(envelope);
        Objects.requireNonNull(effect);
        Objects.requireNonNull(caller);
        path = List.copyOf(path);
        Map<String, List<String>> values = new TreeMap<>();
        query.forEach((name, list) -> values.put(name, List.copyOf(list)));
        query = Collections.unmodifiableMap(values);
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        body = body.clone();
        known = Set.copyOf(known);
    }

    /**
     * Reads what a request mapping put out.
     *
     * @throws IllegalArgumentException naming the member that is missing or not allowed
     */
    public static PartnerRequest from(JsonNode mappingOutput, Effect defaultEffect, Caller defaultCaller) {
        return new PartnerRequestReader(mappingOutput).read(defaultEffect, defaultCaller);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** Method and path without the query, for the ledger and for logs: {@code GET /v2/orders/customer-orders}. */
    public String endpointText() {
        return method + " /" + String.join("/", path);
    }

    /** Hex SHA-256 of the body as sent. */
    public String bodyHash() {
        return Sha256.hex(body);
    }

    /** Without values: they may be personal data. */
    @Override
    public String toString() {
        return "PartnerRequest[" + api + ", " + method + ", " + effect + ", " + caller + ", " + body.length + " bytes]";
    }
}
