package io.hcpnbridge.partner.signing;

import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.time.Clock;
import org.apache.hc.core5.http.ContentType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One signer for each address that the bridge calls: a signature names the host. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    @Bean
    PartnerClock partnerClock(Clock clock, PartnerSettings settings) {
        return new PartnerClock(clock, settings.clockDifferenceLongest());
    }

    @Bean
    RequestSigner requestSigner(PartnerSettings settings, PartnerClock clock) {
        return new RequestSigner(settings.endpoint(), settings.sendDomainId(), clock);
    }

    /** IAM gets a password in the body, so the body shows itself to nobody. */
    @Bean
    RequestSigner iamRequestSigner(PartnerSettings settings, PartnerClock clock) {
        return new RequestSigner(settings.iamEndpoint(), false, clock) {
            @Override
            Object body(byte[] bytes) {
                return new SealedBody(bytes, ContentType.APPLICATION_JSON);
            }
        };
    }
}
