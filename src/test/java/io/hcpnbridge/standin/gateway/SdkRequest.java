package io.hcpnbridge.standin.gateway;

import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import io.hcpnbridge.standin.call.Incoming;
import java.io.ByteArrayInputStream;
import java.util.List;

/** The wire request as the official SDK's request: decoded, and with nothing but what the sender says it signed. */
final class SdkRequest {
    private SdkRequest() {}

    /** @throws IllegalArgumentException if the SDK knows no such request */
    static HttpRequest of(Incoming call, List<String> signedHeaders) {
        var request = HttpRequest.newBuilder()
                .withMethod(HttpMethod.valueOf(call.request().method()))
                .withEndpoint("http://" + call.request().header("Host").orElse(""))
                .withPath(call.decoded().path());
        for (String name : signedHeaders) {
            request.addHeader(sdkName(name), call.request().header(name).orElse(""));
        }
        call.query()
                .forEach((name, values) -> request.addQueryParam(
                        name, values.stream().map(v -> v == null ? "" : v).toList()));
        if (call.request().body().length > 0) {
            request.withBody(new ByteArrayInputStream(call.request().body()));
        }
        return request.build();
    }

    private static String sdkName(String signed) {
        return switch (signed) {
            case "host" -> "Host";
            case "x-sdk-date" -> "X-Sdk-Date";
            case "x-sdk-content-sha256" -> "X-Sdk-Content-Sha256";
            default -> signed;
        };
    }
}
