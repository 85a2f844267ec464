package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request as it arrived, byte by byte (as ISO-8859-1). */
record ArrivedRequest(String text) {
    String requestLine() {
        return text.substring(0, text.indexOf("\r\n"));
    }

    String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    /** By name as written; a header that came twice is an error. */
    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        text.substring(0, text.indexOf("\r\n\r\n")).lines().skip(1).forEach(line -> {
            int colon = line.indexOf(": ");
            assertThat(headers.put(line.substring(0, colon), line.substring(colon + 2)))
                    .isNull();
        });
        return headers;
    }

    /** What the official client would sign for the request that arrived. */
    String officialSignature(String accessKey, String secretKey) {
        String[] line = requestLine().split(" ");
        String[] target = line[1].split("\\?", 2);
        Map<String, String> arrived = headers();
        HttpRequest.HttpRequestBuilder official = HttpRequest.newBuilder()
                .withMethod(HttpMethod.valueOf(line[0]))
                .withEndpoint("http://" + arrived.get("Host"))
                .withPath(target[0]);
        arrived.forEach((name, value) -> {
            if (name.startsWith("X-")) {
                official.addHeader(name, value);
            }
        });
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (target.length == 2) {
            Arrays.stream(target[1].split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> query.computeIfAbsent(
                            pair[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
        query.forEach(official::addQueryParam);
        if (!body().isEmpty()) {
            official.withBodyAsString(body());
        }
        return AKSKSigner.getInstance()
                .sign(
                        official.build(),
                        new GlobalCredentials().withAk(accessKey).withSk(secretKey))
                .get("Authorization");
    }
}
