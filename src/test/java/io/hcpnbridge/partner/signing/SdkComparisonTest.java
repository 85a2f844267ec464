package io.hcpnbridge.partner.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the request, the official client signs it the same way, step by step. */
class SdkComparisonTest {
    private static final String HOST = "bss.myhuaweicloud.com";
    private static final String DATE = "20261123T080910Z";

    @Property(tries = 2000)
    void everyStepEqualsTheOfficialSigners(
            @ForAll("methods") String method,
            @ForAll("paths") List<String> path,
            @ForAll("queries") Map<String, List<String>> query,
            @ForAll("extraHeaders") Map<String, String> extraHeaders,
            @ForAll("bodies") String body,
            @ForAll("keys") String accessKey,
            @ForAll("keys") String secretKey) {
        Map<String, String> headers = new TreeMap<>(extraHeaders);
        headers.put("Host", HOST);
        headers.put("X-Sdk-Date", DATE);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        CanonicalRequest ours = CanonicalRequest.of(method, RawTarget.of(path, query), headers, bytes);
        Credential credential = Credential.ofPartner("acme", "domain", Secret.of(accessKey), Secret.of(secretKey));

        HttpRequest.HttpRequestBuilder theirs = HttpRequest.newBuilder()
                .withMethod(HttpMethod.valueOf(method))
                .withEndpoint("https://" + HOST)
                .withPath("/" + String.join("/", path))
                .addHeaders(extraHeaders)
                .addHeader("X-Sdk-Date", DATE);
        query.forEach((name, values) -> theirs.addQueryParam(name, byteOrder(values)));
        if (!body.isEmpty()) {
            theirs.withBodyAsString(body);
        }
        RecordingSdkSigner sdk = new RecordingSdkSigner();
        Map<String, String> signed = sdk.sign(
                theirs.build(), new GlobalCredentials().withAk(accessKey).withSk(secretKey));

        assertThat(ours.text()).isEqualTo(sdk.canonicalRequest());
        assertThat(Signature.stringToSign(DATE, ours)).isEqualTo(sdk.stringToSign());
        assertThat(Signature.authorization(credential, DATE, ours)).isEqualTo(signed.get("Authorization"));
    }

    /** The official client keeps the order it is given; we send and sign in byte order. */
    private static List<String> byteOrder(List<String> values) {
        return values.stream()
                .sorted((a, b) ->
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of("GET", "POST", "PUT", "DELETE");
    }

    @Provide
    Arbitrary<List<String>> paths() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withCharRange('一', '鿿')
                .withChars("~*+=&%:@!$'(),;-_. ")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(segment -> segment.equals(segment.strip()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Map<String, List<String>>> queries() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("_-.~")
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.just("测试 主机~*/+a=b&c"),
                Arbitraries.just("😀"),
                Arbitraries.strings().ascii().ofMaxLength(12),
                Arbitraries.strings().withCharRange('一', '鿿').ofMaxLength(6));
        return Arbitraries.maps(names, values.list().ofMinSize(1).ofMaxSize(4)).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Map<String, String>> extraHeaders() {
        Arbitrary<String> values = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars("-_==")
                .ofMinLength(1)
                .ofMaxLength(20);
        return Arbitraries.maps(Arbitraries.of("X-Domain-Id", "X-Language", "X-Security-Token"), values)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.strings().ascii().ofMaxLength(200),
                Arbitraries.strings().withCharRange('一', '鿿').ofMaxLength(50));
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(40);
    }
}
