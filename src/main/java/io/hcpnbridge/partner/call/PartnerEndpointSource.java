package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.settings.PartnerSettings;
import org.apache.camel.spi.PropertiesSource;
import org.springframework.stereotype.Component;

/** Lets routes say {@code {{partnerEndpoint}}} and {@code {{iamEndpoint}}}: the checked addresses of the partner API and of IAM. */
@Component
class PartnerEndpointSource implements PropertiesSource {
    private final PartnerSettings settings;

    PartnerEndpointSource(PartnerSettings settings) {
        this.settings = settings;
    }

    @Override
    public String getName() {
        return "partner-endpoint";
    }

    @Override
    public String getProperty(String name) {
        return switch (name) {
            case "partnerEndpoint" -> settings.endpoint().toString();
            case "iamEndpoint" -> settings.iamEndpoint().toString();
            default -> null;
        };
    }
}
