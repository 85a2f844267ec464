package io.hcpnbridge.standin.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.wire.Json;
import io.hcpnbridge.standin.wire.WireResponse;
import java.util.List;

/** A refusal with its status and body. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final boolean fromGateway;
    private final transient List<String> expiredResourceIds;

    private ApiError(int status, String code, String text, boolean fromGateway, List<String> expiredResourceIds) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.fromGateway = fromGateway;
        this.expiredResourceIds = expiredResourceIds;
    }

    /** Refused by the gateway; its body carries the request id. */
    public static ApiError gateway(int status, String code, String text) {
        return new ApiError(status, code, text, true, List.of());
    }

    /** Refused by the business side. */
    public static ApiError business(int status, String code, String text) {
        return new ApiError(status, code, text, false, List.of());
    }

    /** Refused by IAM, whose errors look different. */
    public static ApiError iam(int status, String text) {
        return new ApiError(status, String.valueOf(status), text, false, List.of());
    }

    /** 400 CBC.0100, as both generations answer a parameter that breaks a rule. */
    public static ApiError parameter(String text) {
        return business(400, "CBC.0100", "Parameter error: " + text);
    }

    /** 403 CBC.0151. */
    public static ApiError denied(String text) {
        return business(403, "CBC.0151", "Access denied: " + text);
    }

    /** The same, naming expired resources. */
    public ApiError expired(List<String> ids) {
        return new ApiError(status, code, getMessage(), fromGateway, ids);
    }

    /** As IAM writes it. */
    public WireResponse iamResponse() {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", status).put("message", getMessage()).put("title", title());
        return WireResponse.json(status, body);
    }

    private String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            default -> "Error";
        };
    }

    public WireResponse response(String requestId) {
        ObjectNode body = Json.object().put("error_code", code).put("error_msg", getMessage());
        if (fromGateway) {
            body.put("request_id", requestId);
        }
        if (!expiredResourceIds.isEmpty()) {
            expiredResourceIds.forEach(body.putArray("expiredResourceIds")::add);
        }
        return WireResponse.json(status, body);
    }
}
