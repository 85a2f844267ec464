package io.hcpnbridge.partner.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Known signatures, made with the official client and again with an independent program. All keys are fake. */
class SignatureVectorsTest {
    private static final byte[] NO_BODY = new byte[0];
    private static final String DATE = Signature.date(Instant.parse("2026-11-23T08:09:10Z"));
    private static final String EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Credential PERMANENT = Credential.ofPartner(
            "acme",
            "domain",
            Secret.of("FAKEAK0EXAMPLE000001"),
            Secret.of("FakeSecretKeyForTestVectorsOnly0000000001"));
    private static final Credential TEMPORARY = Credential.ofCustomer(
            "acme",
            "customer",
            Secret.of("FAKETEMPAK0EXAMPLE02"),
            Secret.of("FakeTempSecretKeyForTestVectors0000000002"),
            Secret.of("FAKE-SECURITY-TOKEN-gAAAAABfake=="));

    private static final Map<String, String> LIST_HEADERS = Map.of(
            "Host", "bss.myhuaweicloud.com",
            "X-Sdk-Date", DATE,
            "X-Domain-Id", "0fake00domain00id00000000000000a");

    @Test
    void theDateIsInUtcWithoutSeparators() {
        assertThat(DATE).isEqualTo("20261123T080910Z");
    }

    @Test
    void vector1ChineseEmptyAndRepeatedValuesAndAnExtraHeader() {
        RawTarget target = new RawTarget(
                "/v2/bills/subcustomer-bills/res-fee-records",
                "Zed=9&bill_cycle=2026-10&limit=10&resource_name=%E6%B5%8B%E8%AF%95%20%E4%B8%BB%E6%9C%BA~%2A%2F%2Ba%3Db%26c"
                        + "&tag=a1&tag=b%202&tag=A3&trade_id=");
        CanonicalRequest request = CanonicalRequest.of("GET", target, LIST_HEADERS, NO_BODY);

        assertThat(request.text())
                .isEqualTo(
                        """
                GET
                /v2/bills/subcustomer-bills/res-fee-records/
                Zed=9&bill_cycle=2026-10&limit=10&resource_name=%E6%B5%8B%E8%AF%95%20%E4%B8%BB%E6%9C%BA~%2A%2F%2Ba%3Db%26c&tag=a1&tag=b%202&tag=A3&trade_id=
                host:bss.myhuaweicloud.com
                x-domain-id:0fake00domain00id00000000000000a
                x-sdk-date:20261123T080910Z

                host;x-domain-id;x-sdk-date
                """
                                + EMPTY_HASH);
        assertThat(request.hash()).isEqualTo("fdc2243b93182958441a29f67a8273960141a511aba2b348c33a37aea061e894");
        assertThat(Signature.stringToSign(DATE, request))
                .isEqualTo("SDK-HMAC-SHA256\n20261123T080910Z\n"
                        + "fdc2243b93182958441a29f67a8273960141a511aba2b348c33a37aea061e894");
        assertThat(Signature.authorization(PERMANENT, DATE, request))
                .isEqualTo("SDK-HMAC-SHA256 Access=FAKEAK0EXAMPLE000001, SignedHeaders=host;x-domain-id;x-sdk-date, "
                        + "Signature=36630351a7922d09f1eb3998761592539950f72039e2c6fdab4c5d098645fe75");
    }

    @Test
    void vector1WithItsRepeatedValuesSortedAsWeSendThem() {
        RawTarget target = RawTarget.of(
                List.of("v2", "bills", "subcustomer-bills", "res-fee-records"),
                Map.of(
                        "resource_name", List.of("测试 主机~*/+a=b&c"),
                        "limit", List.of("10"),
                        "tag", List.of("a1", "b 2", "A3"),
                        "trade_id", List.of(""),
                        "bill_cycle", List.of("2026-10"),
                        "Zed", List.of("9")));
        CanonicalRequest request = CanonicalRequest.of("GET", target, LIST_HEADERS, NO_BODY);

        assertThat(target.text())
                .isEqualTo("/v2/bills/subcustomer-bills/res-fee-records?Zed=9&bill_cycle=2026-10&limit=10"
                        + "&resource_name=%E6%B5%8B%E8%AF%95%20%E4%B8%BB%E6%9C%BA~%2A%2F%2Ba%3Db%26c"
                        + "&tag=A3&tag=a1&tag=b%202&trade_id=");
        assertThat(request.hash()).isEqualTo("cad6131099c0cd035ff6628091a19e0c69dd0c203b8baf132c7f0f113429198b");
        assertThat(Signature.authorization(PERMANENT, DATE, request))
                .endsWith("Signature=bbb196b642b3446ecd06770566ff2ee1b70849d2027b23b996287929ea4794bf");
    }

    @Test
    void vector2ABodyInUtf8() {
        byte[] body = "{\"domain_name\":\"fake_customer01\",\"xaccount_id\":\"伙伴用户001\",\"xaccount_type\":\"FAKE_IDP\"}"
                .getBytes(StandardCharsets.UTF_8);
        CanonicalRequest request = CanonicalRequest.of(
                "POST",
                RawTarget.of(List.of("v2", "partners", "sub-customers"), Map.of()),
                Map.of("Host", "bss.myhuaweicloud.com", "X-Sdk-Date", DATE),
                body);

        assertThat(body).hasSize(92);
        assertThat(request.text())
                .isEqualTo(
                        """
                POST
                /v2/partners/sub-customers/

                host:bss.myhuaweicloud.com
                x-sdk-date:20261123T080910Z

                host;x-sdk-date
                830db10ed6bc9415070ba6ff5fc4d821cefe1f920c44895c978f99d77a35f829""");
        assertThat(request.hash()).isEqualTo("1e035a84c8c3f89e10c5bc91de99bded7fe1c3fcedf82ce26e20ad6ca363a6cd");
        assertThat(Signature.authorization(PERMANENT, DATE, request))
                .isEqualTo("SDK-HMAC-SHA256 Access=FAKEAK0EXAMPLE000001, SignedHeaders=host;x-sdk-date, "
                        + "Signature=b9909e867dc7305c8f78d7f93fba765434910724fb76cbed20050d967af64d97");
    }

    @Test
    void vector3TheEmptyPath() {
        CanonicalRequest request = CanonicalRequest.of(
                "GET",
                RawTarget.of(List.of(), Map.of()),
                Map.of("Host", "bss.myhuaweicloud.com", "X-Sdk-Date", DATE),
                NO_BODY);

        assertThat(request.text())
                .isEqualTo("GET\n/\n\nhost:bss.myhuaweicloud.com\nx-sdk-date:20261123T080910Z\n\nhost;x-sdk-date\n"
                        + EMPTY_HASH);
        assertThat(request.hash()).isEqualTo("e69e31cacbc128f8525fe0158d07be4e3ef8b309efcf4d4ad8b9577ea22bbeb8");
        assertThat(Signature.authorization(PERMANENT, DATE, request))
                .isEqualTo("SDK-HMAC-SHA256 Access=FAKEAK0EXAMPLE000001, SignedHeaders=host;x-sdk-date, "
                        + "Signature=53b3607c10d63e11584d171fd40a9800b062b015dbceffaef661dcfaa2d9cf02");
    }

    @Test
    void vector4TemporaryKeysWithTheirToken() {
        CanonicalRequest request = CanonicalRequest.of(
                "POST",
                RawTarget.of(List.of("v2", "partners", "sub-customers", "on-demand-resources", "query"), Map.of()),
                Map.of(
                        "Host",
                        "bss-intl.myhuaweicloud.com",
                        "X-Sdk-Date",
                        DATE,
                        "X-Language",
                        "en_US",
                        "X-Security-Token",
                        TEMPORARY.securityToken().orElseThrow().reveal()),
                "{\"customer_id\":\"0fakecustomer0000000000000000001\",\"offset\":0,\"limit\":10}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(request.text())
                .isEqualTo(
                        """
                POST
                /v2/partners/sub-customers/on-demand-resources/query/

                host:bss-intl.myhuaweicloud.com
                x-language:en_US
                x-sdk-date:20261123T080910Z
                x-security-token:FAKE-SECURITY-TOKEN-gAAAAABfake==

                host;x-language;x-sdk-date;x-security-token
                b933df01caad4e5440da10cacd8054a02f6c076f754665b75f9c079eaf20ea95""");
        assertThat(request.hash()).isEqualTo("0112ad8c3917a1d0f54df14870ba4f9ed46de5c620d907e5162480cfc667bb3a");
        assertThat(Signature.authorization(TEMPORARY, DATE, request))
                .isEqualTo("SDK-HMAC-SHA256 Access=FAKETEMPAK0EXAMPLE02, "
                        + "SignedHeaders=host;x-language;x-sdk-date;x-security-token, "
                        + "Signature=8f8ea417c30a1157bdff92ddf2f6143a302b8d1c6bda220b40496c2a073a27ae");
    }

    @Test
    void vector5AnEncodedPathAndADeclaredContentHash() {
        CanonicalRequest request = CanonicalRequest.of(
                "PUT",
                RawTarget.of(List.of("v2", "upload", "a b", "中"), Map.of()),
                Map.of(
                        "Host", "bss.myhuaweicloud.com",
                        "X-Sdk-Date", DATE,
                        "X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD"),
                "ignored".getBytes(StandardCharsets.UTF_8));

        assertThat(request.text())
                .isEqualTo(
                        """
                PUT
                /v2/upload/a%20b/%E4%B8%AD/

                host:bss.myhuaweicloud.com
                x-sdk-content-sha256:UNSIGNED-PAYLOAD
                x-sdk-date:20261123T080910Z

                host;x-sdk-content-sha256;x-sdk-date
                UNSIGNED-PAYLOAD""");
        assertThat(request.hash()).isEqualTo("2cf18d0f2631f15b83576b715f3706569c00f8ca3f8c7ffc7fb0ffd74159f0bc");
        assertThat(Signature.authorization(PERMANENT, DATE, request))
                .endsWith("Signature=345d8d8f67d2acb9d21482f130c5958f5528459d1a6e9765f752cd4795efbfeb");
    }
}
