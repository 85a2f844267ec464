package io.hcpnbridge.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.standin.signon.Certified;
import io.hcpnbridge.standin.signon.PartnerCloud;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The partner's metadata, whole and broken: what is wrong is said in words, and in one kind of exception. */
class ServiceProviderTest {
    private static final Certified KEY = Certified.of("auth.partner.example");
    private static final String GOOD = new PartnerCloud("https://auth.partner.example", KEY).metadata();

    @Test
    void theMetadataSayWhoThePartnerIs() {
        var partner = ServiceProvider.of(GOOD);

        assertThat(partner.entityId()).isEqualTo("https://auth.partner.example/");
        assertThat(partner.defaultConsumer())
                .isEqualTo(URI.create("https://auth.partner.example/authui/saml/SAMLAssertionConsumer"));
        assertThat(partner.certificates()).containsExactly(KEY.certificate());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenMetadataAreRefusedInALine(String metadata) {
        assertThatThrownBy(() -> ServiceProvider.of(metadata))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .message()
                .matches("(is|has) (no|a) [A-Za-z -]+");
    }

    static Stream<String> broken() {
        return Stream.of(
                "",
                "no XML",
                GOOD.substring(0, GOOD.length() / 2),
                GOOD.replaceFirst("\\?>", "?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"),
                "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\"/>",
                "<html><body>Service not available</body></html>",
                GOOD.replaceFirst("entityID=\"[^\"]*\"", ""),
                GOOD.replaceFirst("entityID=\"[^\"]*\"", "entityID=\"\""),
                GOOD.replace("SPSSODescriptor", "IDPSSODescriptor"),
                GOOD.replaceAll("(?s)<md:SPSSODescriptor.*</md:SPSSODescriptor>", ""),
                GOOD.replaceAll("(?s)<md:KeyDescriptor.*</md:KeyDescriptor>", ""),
                GOOD.replace("use=\"signing\"", "use=\"encryption\""),
                GOOD.replaceFirst("<ds:X509Certificate>[^<]*", "<ds:X509Certificate>"),
                GOOD.replaceFirst("<ds:X509Certificate>[^<]*", "<ds:X509Certificate>QUJD"),
                GOOD.replaceAll("(?s)<ds:X509Data>.*</ds:X509Data>", ""),
                GOOD.replaceAll("(?s)<md:AssertionConsumerService [^>]*>", ""),
                GOOD.replaceAll("(AssertionConsumerService) Binding=\"[^\"]*\"", "$1"),
                GOOD.replaceAll("(AssertionConsumerService Binding=\"[^\"]*\") Location=\"[^\"]*\"", "$1"),
                GOOD.replaceAll(
                        "(AssertionConsumerService Binding=\"[^\"]*\" Location=)\"[^\"]*\"", "$1\"not an address\""),
                GOOD.replaceAll("index=\"\\d\"", "index=\"first\""));
    }
}
