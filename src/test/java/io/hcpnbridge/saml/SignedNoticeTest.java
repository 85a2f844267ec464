package io.hcpnbridge.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hcpnbridge.saml.RefusedMessageException.Rule;
import io.hcpnbridge.saml.SignedNotice.Covers;
import io.hcpnbridge.standin.signon.Certified;
import io.hcpnbridge.standin.signon.PartnerCloud;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a notice's signature is over is set, and nothing else is taken for it. */
class SignedNoticeTest {
    private static final Certified KEY = Certified.of("auth.partner.example");
    private static final ServiceProvider PARTNER =
            ServiceProvider.of(new PartnerCloud("https://auth.partner.example", KEY).metadata());
    private static final String JSON =
            "{\"domainName\":\"yongzhi\",\"domainId\":\"yongzhiid\",\"xUserId\":\"yongzhix>?\",\"bindAction\":1}";
    private static final String CONTENT = Base64.getEncoder().encodeToString(JSON.getBytes(StandardCharsets.UTF_8));
    private static final String UNSIGNED =
            "bindRequest=" + PartnerCloud.encoded(CONTENT) + "&SigAlg=" + PartnerCloud.encoded(PartnerCloud.RSA_SHA256);

    @ParameterizedTest
    @EnumSource
    void aNoticeIsTakenIfItsSignatureIsOverWhatIsSet(Covers signed) throws Exception {
        for (var set : Covers.values()) {
            if (set == signed) {
                assertThat(new SignedNotice(PARTNER, set).read(notice(signed)))
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(JSON);
            } else {
                assertThat(rule(set, notice(signed))).isEqualTo(Rule.SIGNATURE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherContentOrAlgorithmThanSignedIsRefused(Covers covers) {
        var other = Base64.getEncoder()
                .encodeToString(JSON.replace("yongzhiid", "id-2").getBytes(StandardCharsets.UTF_8));

        assertThat(rule(covers, notice(covers).replace(PartnerCloud.encoded(CONTENT), PartnerCloud.encoded(other))))
                .isEqualTo(Rule.SIGNATURE);
        assertThat(rule(covers, notice(covers).replace("rsa-sha256", "rsa-sha512")))
                .isEqualTo(Rule.SIGNATURE);
        assertThat(rule(covers, UNSIGNED)).isEqualTo(Rule.SIGNATURE);
    }

    @Test
    void theUsualAlgorithmNeedNotBeNamed() throws Exception {
        var bare = "bindRequest=" + PartnerCloud.encoded(CONTENT);
        var signature =
                "&Signature=" + PartnerCloud.encoded(PartnerCloud.signature(bare, PartnerCloud.RSA_SHA256, KEY));

        assertThat(new SignedNotice(PARTNER, Covers.FORM).read(bare + signature))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bindRequest", "bindRequest=", "other=x", "bindRequest=%zz&Signature=x"})
    void whatIsNoNoticeIsRefused(String form) {
        assertThat(rule(Covers.BASE64, form)).isEqualTo(Rule.QUERY);
    }

    @Test
    void aValueThatIsThereTwiceOrIsTooLongIsRefused() {
        assertThat(rule(Covers.BASE64, notice(Covers.BASE64) + "&bindRequest=x"))
                .isEqualTo(Rule.QUERY);
        assertThat(rule(Covers.BASE64, "bindRequest=" + "A".repeat(17_000))).isEqualTo(Rule.SIZE);
    }

    private static String notice(Covers covers) {
        var text =
                switch (covers) {
                    case BASE64 -> CONTENT;
                    case DECODED -> JSON;
                    case FORM -> UNSIGNED;
                };
        return UNSIGNED + "&Signature="
                + PartnerCloud.encoded(PartnerCloud.signature(text, PartnerCloud.RSA_SHA256, KEY));
    }

    private static Rule rule(Covers covers, String form) {
        return catchThrowableOfType(RefusedMessageException.class, () -> new SignedNotice(PARTNER, covers).read(form))
                .rule();
    }
}
